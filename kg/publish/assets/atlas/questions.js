// The ready questions: what they ask, the SPARQL to copy, and the answer on this graph.
const questions = (() => {
  "use strict";
  const { el, say } = KG;
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
    const used = one.parameters.length ? `kg query ${one.name} ${one.parameters.map(([name, example]) => `--${name} ${example}`).join(" ")}` : `kg query ${one.name}`;
    return [P.title(say(one.zh, one.en), one.name), el("p", { className: "lead" }, el("code", {}, used)),
      P.table({ name: one.name, more: rest, rows: one.rows, columns: one.columns.map((column, at) => ({ head: column, value: (row) => row[at], number: one.numbers.includes(at), wide: !one.numbers.includes(at) })) }),
      P.section("sparql", "SPARQL", el("p", { className: "links" }, copy), text)];
  };
  return { view };
})();
