// The ready questions: what they ask, the SPARQL to copy, and the answer on this graph.
const questions = (() => {
  "use strict";
  const { el, say } = KG;
  // The variables of the questions as people read them; an unknown one is shown as it is spelt.
  const HEADS = Object.fromEntries(`place 地方 Place|year 年份 Year|programme 项目 Programme|kind 类型 Kind|source 文件名 File|places 地方数 Places|status 状态 Status|level 级别 Level|evidence 原句 Sentence
result 结果 Result|unit 单位 Unit|reports 报告数 Reports|relation 关系 Relation|indicator 指标 Indicator|first 最早年份 First year|body 机构 Body|award 荣誉 Honour|value 数值 Value|start 起 Start|end 止 End|edition 届次 Edition
document 文件 Document|written 原文名称 As written|statements 陈述数 Statements|recipient 对象 Recipient|programmes 项目数 Programmes|planned 计划年份 Planned for|outcomes 结果数 Outcomes|other 另一地方 Other place|last 最近年份 Last year
implemented 实施年份 Implemented|documents 文件数 Documents|code 代码 Code|change 同比 Change|began 起始 Began|wonYear 获奖年份 Year won|until 撤销 Until|toCode 后代码 Code after|to 后 After|title 标题 Title|then 后来 Then|successors 后继数 Successors
successorCode 后继代码 Code of the successor|successor 后继 Successor|since 设立 Since|sentences 句数 Sentences|rule 规则 Rule|reporter 报告方 Told by|rank 名次 Rank|publisher 发布机构 Publisher|problem 问题年份 Problem in|predecessorBegan 前身起始 Predecessor began
predecessor 前身 Predecessor|plans 计划数 Plans|placesBefore 前身地方数 Places before|parts 组成数 Parts|part 组成 Part|outcome 结果 Outcome|otherYear 另一年份 Other year|origin 起始地 Origin|of 属于 Of|neighbours 相邻地方数 Neighbours|least 最小 Least
issued 发布 Issued|honours 荣誉数 Honours|greatest 最大 Greatest|fromCode 前代码 Code before|from 前 Before|figures 数据数 Figures|engagement 实施 Engagement|date 日期 Date|curation 审定 Curation|bodies 机构数 Bodies|before 此前 Before|basis 依据 Basis
aboveYear 上级年份 Year above|above 上级 Above|series 系列 Series`.split(/[|\n]/).map((line) => { const [name, zh, ...en] = line.split(" "); return [name, [zh, en.join(" ")]]; }));
  const head = (column) => (Object.hasOwn(HEADS, column) ? say(...HEADS[column]) : column);
  const CODED = new Set(["status", "kind", "relation", "level", "result", "curation", "change", "then", "outcome", "before", "began"]);
  // A notation in the reader's language, of whatever scheme; what is no notation stays as it is.
  const coded = (words) => {
    if (words === "no-report") return say("没有该年的报告", "no report of that year");
    if (words === "not-mentioned") return say("有报告，没有提到", "a report, but no mention");
    const scheme = Object.values(A.terms).find((each) => Object.hasOwn(each, words));
    return scheme ? say(...scheme[words]) : KG.word(words);
  };
  const named = (() => {
    let labels = null;
    return (words) => {
      if (!labels) labels = new Map([...A.indicators.map((one) => [one.zh, ["indicator", one]]), ...A.programmes.map((one) => [one.zh, ["programme", one]])]);
      return labels.get(words);
    };
  })();
  // Places, programmes and indicators lead to their pages; notations speak the reader's language.
  const shown = (column, words) => {
    if (CODED.has(column)) return coded(words);
    const place = A.find("paths", words);
    if (place) return P.place(place.n);
    if (column === "evidence" || !named(words)) return words;
    const [kind, one] = named(words);
    return kind === "programme" ? P.programme(one) : P.link(kind, one.id, A.label(one));
  };
  const view = (id) => {
    if (!id) {
      return [P.title(say("现成的问题", "Ready questions")), P.hint(say("每个问题的 SPARQL 都可以复制，在 kg query 或任何 SPARQL 工具里改着用。", "Each has its SPARQL to copy: use it with kg query or any SPARQL tool.")),
        el("ol", { className: "questions" }, ...A.questions.map((one) => el("li", {}, el("a", { href: P.address("questions", one.name) }, say(one.zh, one.en)), el("small", {}, say(`${one.total} 行`, `${one.total} rows`)))))];
    }
    const one = A.questions.find((each) => each.name === id);
    if (!one) return null;
    const copy = el("button", { className: "chip", type: "button", on: { click: async () => {
      try { await navigator.clipboard.writeText(one.sparql); copy.textContent = say("已复制", "Copied"); }
      catch { getSelection().selectAllChildren(text); copy.textContent = say("已选中，按 Ctrl+C", "Selected, press Ctrl+C"); }
    } } }, say("复制 SPARQL", "Copy the SPARQL"));
    const text = el("pre", { className: "sparql", tabIndex: 0 }, one.sparql);
    const rest = one.total > one.rows.length ? P.hint(say(`这里是前 ${one.rows.length} 行，共 ${one.total} 行；全部：kg query ${one.name} -o ${one.name}.csv`, `The first ${one.rows.length} of ${one.total} rows; for all: kg query ${one.name} -o ${one.name}.csv`)) : null;
    const asked = one.asked.length ? P.hint(say(`这里问的是说得最多的两个地方：${one.asked.map(([, value]) => value).join(" 和 ")}；别的地方用 kg query。`, `Asked here of the two places of which most is told: ${one.asked.map(([, value]) => value).join(" and ")}; for others use kg query.`)) : null;
    const used = one.parameters.length ? `kg query ${one.name} ${one.parameters.map(([name, example]) => `--${name} ${example}`).join(" ")}` : `kg query ${one.name}`;
    return [P.title(say(one.zh, one.en), one.name), el("p", { className: "lead" }, el("code", {}, used)), asked,
      P.table({ name: one.name, more: rest, rows: one.rows, columns: one.columns.map((column, at) => ({ head: head(column), value: (row) => row[at], show: (row) => shown(column, row[at]), number: one.numbers.includes(at), wide: ["evidence", "title", "document"].includes(column) })) }),
      P.section("sparql", "SPARQL", el("p", { className: "links" }, copy), text)].filter(Boolean);
  };
  return { view };
})();
