// Honours, bodies, documents, reports: lists of statements, and the pages of single ones.
const lists = (() => {
  "use strict";
  const { el, say } = KG;
  const where = (row) => (row.place < 0 || row.place === undefined ? "" : A.places[row.place].path);
  // A column of a word of the vocabulary, which is a word of the page and no data.
  const words = (head, scheme, key) => ({ head, value: (row) => A.word(scheme, key(row)), show: (row) => el("span", {}, A.word(scheme, key(row))) });
  const placeColumn = () => ({ head: say("地方", "Place"), value: where, show: (row) => P.place(row.place) });
  const year = () => ({ head: say("年份", "Year"), value: (row) => row.year, number: true });
  const unless = (without, name, column) => (without === name ? [] : [column()]);
  const span = (rows) => A.span(rows.map((row) => row.year));
  const places = (rows) => T.distinct(rows.filter((row) => row.place >= 0), "place");

  // --- honours: what was won and what was only applied for stay apart ---
  const RESULTS = ["won", "selected", "ranked", "shortlisted", "candidate", "pilot"];
  const rank = (result) => (RESULTS.includes(result) ? RESULTS.indexOf(result) : RESULTS.length);
  const byResult = (rows) => [...T.grouped(rows, (row) => row.result)].sort((a, b) => rank(a[0]) - rank(b[0]));
  const badge = (result) => el("span", { className: `badge ${result}` }, A.word("award-result", result));
  const recipient = (row) => { const one = row.programme && A.find("programmes", row.programme); return one ? P.programme(one) : row.recipient; };
  const outcomes = (rows, name, without = "") => {
    const alone = without === "award";
    const columns = [
      { head: alone ? say("原文名称", "As written") : say("荣誉", "Honour"), value: (row) => row.award, show: (row) => (alone ? row.award : P.link("award", A.series[row.series].id, row.award)), wide: true },
      { head: say("结果", "Result"), value: (row) => A.word("award-result", row.result), show: (row) => badge(row.result), hidden: alone },
      { ...words(say("级别", "Level"), "award-level", (row) => row.level), hidden: alone },
      { head: say("对象", "Recipient"), value: (row) => row.recipient, show: recipient, wide: true, hidden: without === "programme" },
      ...unless(without, "place", placeColumn), year(),
      { head: say("届次", "Edition"), value: (row) => row.edition, sparse: true }, { head: say("名次", "Rank"), value: (row) => row.rank, sparse: true },
      { head: say("数量", "Count"), value: (row) => row.count, number: true, sparse: true }, T.source((row) => row.award), ...T.sentences()];
    return P.table({ name, rows, step: 40, columns: T.telling(rows, columns) });
  };
  const seriesTable = (rows) => {
    const found = [...T.grouped(rows, (row) => row.series)].map(([number, some]) => ({ one: A.series[number], some, results: T.grouped(some, (row) => row.result) }))
      .sort((a, b) => b.one.curated - a.one.curated || places(b.some) - places(a.some) || b.some.length - a.some.length || P.compare(a.one.zh, b.one.zh));
    const level = (row) => row.one.level || row.some[0].level;
    return P.table({ name: "award-series", rows: found, step: 25, columns: [
      { head: say("荣誉", "Honour"), value: (row) => [row.one.zh, row.one.en].filter(Boolean).join(" · "), show: (row) => P.link("award", row.one.id, A.label(row.one), row.one.curated ? {} : { className: "data candidate" }), wide: true },
      words(say("级别", "Level"), "award-level", level),
      { head: say("地方数", "Places"), value: (row) => places(row.some), number: true },
      ...RESULTS.filter((result) => rows.some((row) => row.result === result)).map((result) => {
        const column = T.tally(A.word("award-result", result), (row) => (row.results.get(result) || []).length);
        return { ...column, show: (row) => (column.value(row) ? el("b", { className: `result-${result}` }, P.number(column.value(row))) : column.show(row)) };
      }),
      { head: say("年份", "Years"), value: (row) => span(row.some) }, { head: say("授予", "Conferred by"), value: (row) => row.one.by, wide: true }] });
  };
  const awards = () => [P.title(say("荣誉", "Honours")), P.hint(say("获奖、入选、排名、入围、候选、试点分开记：提名不算获奖。有虚线的荣誉不在词表里，按报告原来的说法。", "Won, selected, ranked, shortlisted, candidate and pilot are kept apart: a nomination is never a win. Dotted: not in the vocabulary, as reports name it.")),
    A.outcomes.length ? P.section("series", say("按荣誉", "By honour"), T.choices(T.kinds(A.outcomes, (row) => row.level, (level) => A.word("award-level", level), { count: (some) => T.distinct(some, "series") }), seriesTable, say("选哪个级别", "Which level"))) : P.empty(say("没有记录。", "Nothing recorded.")),
    A.outcomes.length ? P.section("all", say("逐项", "One by one"), T.choices(T.kinds(A.outcomes, (row) => row.result, (result) => A.word("award-result", result)), (rows) => outcomes(rows, "awards"), say("选哪种结果", "Which result"))) : null].filter(Boolean);
  const award = (id) => {
    const one = A.find("series", id);
    if (!one) return null;
    const rows = A.of("outcomes", "series", one.n), level = one.level || rows[0]?.level;
    return [T.heading(one), el("p", { className: "lead" }, ...T.joined([level && A.word("award-level", level), one.by && T.data(one.by), T.curation(one)].filter(Boolean))),
      T.counts(...byResult(rows).map(([result, some]) => [some.length, A.word("award-result", result), `result-${result}`]), [places(rows), say("地方", "places")], [span(rows), say("年份", "years")]),
      ...byResult(rows).map(([result, some]) => P.section(`result-${result}`, A.word("award-result", result), outcomes(some, `${one.zh}-${A.word("award-result", result)}`, "award")))];
  };

  // --- bodies ---
  const bodyId = (one) => `${one.place < 0 ? "" : A.places[one.place].id}-${one.zh}`;
  const bodyLink = (one) => P.link("body", bodyId(one), one.zh);
  const deeds = (rows, name, without = "") => P.table({ name, rows, step: 40, columns: [
    ...unless(without, "body", () => ({ head: say("机构", "Body"), value: (row) => A.bodies[row.body].zh, show: (row) => bodyLink(A.bodies[row.body]), wide: true })),
    ...unless(without, "body", () => words(say("类型", "Kind"), "body-kind", (row) => A.bodies[row.body].kind)), words(say("关系", "Relation"), "body-relation", (row) => row.relation),
    ...unless(without, "place", placeColumn), year(), T.source((row) => A.bodies[row.body].zh), ...T.sentences()] });
  const bodiesTable = (rows) => P.table({ name: "bodies", step: 40, rows: [...T.grouped(rows, (row) => row.body)].map(([number, some]) => ({ one: A.bodies[number], some, place: A.bodies[number].place }))
    .sort((a, b) => places(b.some) - places(a.some) || b.some.length - a.some.length || P.compare(a.one.zh, b.one.zh)), columns: [
    { head: say("机构", "Body"), value: (row) => row.one.zh, show: (row) => bodyLink(row.one), wide: true },
    words(say("类型", "Kind"), "body-kind", (row) => row.one.kind), { ...placeColumn(), head: say("所属地方", "Of") },
    ...["established", "leads", "mentioned"].map((relation) => T.tally(A.word("body-relation", relation), (row) => row.some.filter((each) => each.relation === relation).length)),
    { head: say("说到它的地方", "Places that name it"), value: (row) => places(row.some), number: true }, { head: say("年份", "Years"), value: (row) => span(row.some) }] });
  const bodies = () => [P.title(say("机构", "Bodies")), P.hint(say("成立：这个地方设立的；牵头：由它牵头办事；提及：只是说到。", "Established: set up by the place; leads: in charge of something; mentioned: only named.")),
    A.deeds.length ? T.choices(T.kinds(A.deeds, (row) => row.relation, (relation) => A.word("body-relation", relation), { count: (some) => T.distinct(some, "body") }), bodiesTable, say("选哪种关系", "Which relation")) : P.empty(say("没有记录。", "Nothing recorded."))];
  const body = (id) => {
    const one = A.bodies.find((each) => bodyId(each) === id);
    if (!one) return null;
    const rows = A.of("deeds", "body", one.n);
    return [T.title(one.zh), el("p", { className: "lead" }, ...T.joined([A.word("body-kind", one.kind), one.place < 0 ? null : P.place(one.place)].filter(Boolean))),
      P.section("sentences", say("原文", "Sentences"), T.choices(T.kinds(rows, (row) => row.relation, (relation) => A.word("body-relation", relation)), (some) => T.quotes(some, one.zh), say("选哪种关系", "Which relation"))),
      P.section("table", say("列表与下载", "List and download"), deeds(rows, one.zh, "body"))];
  };

  // --- documents ---
  const documentLink = (one) => P.link("document", one.zh, one.zh);
  // What is told among plans has not been issued, studied or carried out yet.
  const relates = (row) => (row.planned ? "planned" : row.relation);
  const relation = (kind) => (kind === "planned" ? `○ ${A.word("status", kind)}` : A.word("document-relation", kind));
  const papers = (rows, name, without = "") => P.table({ name, rows, step: 40, columns: [
    ...unless(without, "document", () => ({ head: say("文件", "Document"), value: (row) => A.documents[row.document].zh, show: (row) => documentLink(A.documents[row.document]), wide: true })),
    ...unless(without, "document", () => words(say("类型", "Kind"), "document-kind", (row) => A.documents[row.document].kind)), { head: say("关系", "Relation"), value: (row) => relation(relates(row)), show: (row) => el("span", { className: row.planned ? "planned" : "" }, relation(relates(row))) },
    ...unless(without, "place", placeColumn), year(), T.source((row) => A.documents[row.document].zh), ...T.sentences()] });
  const documentsTable = (rows) => {
    const relations = [...new Set(A.papers.map(relates))];
    return P.table({ name: "documents", step: 40, rows: [...T.grouped(rows, (row) => row.document)].map(([number, some]) => ({ one: A.documents[number], some }))
      .sort((a, b) => places(b.some) - places(a.some) || b.some.length - a.some.length || P.compare(a.one.zh, b.one.zh)), columns: [
      { head: say("文件", "Document"), value: (row) => row.one.zh, show: (row) => documentLink(row.one), wide: true },
      words(say("类型", "Kind"), "document-kind", (row) => row.one.kind),
      { head: say("地方数", "Places"), value: (row) => places(row.some), number: true },
      ...relations.map((kind) => T.tally(relation(kind), (row) => row.some.filter((each) => relates(each) === kind).length)),
      { head: say("年份", "Years"), value: (row) => span(row.some) }] });
  };
  const documents = () => [P.title(say("文件", "Documents")), P.hint(say("报告里用书名号说到的法律、文件和出版物，以及这个地方对它做了什么。", "Laws, documents and publications that reports name, and what the place did with them.")),
    A.papers.length ? T.choices(T.kinds(A.papers, (row) => A.documents[row.document].kind, (kind) => A.word("document-kind", kind), { count: (some) => T.distinct(some, "document") }), documentsTable, say("选哪种文件", "Which kind")) : P.empty(say("没有记录。", "Nothing recorded."))];
  const document_ = (id) => {
    const one = A.find("documents", id);
    if (!one) return null;
    const rows = A.of("papers", "document", one.n), founded = A.programmes.filter((each) => each.sources.includes(one.zh));
    return [T.title(one.zh), el("p", { className: "lead" }, A.word("document-kind", one.kind), say(` · ${places(rows)} 个地方`, ` · ${T.many(places(rows), "", "place")}`), span(rows) && ` · ${span(rows)}`),
      founded.length ? el("p", {}, say("它是这些项目的依据：", "It is what these programmes are founded on: "), ...T.joined(founded.map(P.programme))) : "",
      P.section("sentences", say("原文", "Sentences"), T.choices(T.kinds(rows, relates, relation), (some) => T.quotes(some, one.zh), say("选哪种关系", "Which relation"))),
      P.section("table", say("列表与下载", "List and download"), papers(rows, one.zh, "document"))].filter(Boolean);
  };

  // --- one report: everything that was read in it ---
  const report = (id) => {
    const one = A.reports.find((each) => each.source === id);
    if (!one) return null;
    const mine = (rows) => rows.filter((row) => A.reportOf(row) === one.n);
    const parts = [["runs", say("实施记录", "Engagements"), mine(A.runs), (rows, name) => P.table({ name, rows, step: 40, columns: [...place.runColumns("programme").slice(0, 4), placeColumn(), ...place.runColumns("programme").slice(4)] })],
      ["awards", say("荣誉", "Honours"), mine(A.outcomes), outcomes], ["indicators", say("指标数据", "Figures"), mine(A.observations), indicators.table],
      ["bodies", say("机构", "Bodies"), mine(A.deeds), deeds], ["documents", say("文件", "Documents"), mine(A.papers), papers]];
    const about = [one.place < 0 ? null : P.place(one.place), one.year && T.data(one.year), one.kind && A.word("report-kind", one.kind), one.publisher && T.data(one.publisher),
      one.issued && say(`${one.issued} 发布`, `issued ${one.issued}`), T.data(one.source)].filter(Boolean);
    const others = one.place < 0 ? [] : A.of("reports", "place", one.place).filter((each) => each.n !== one.n).sort((a, b) => P.compare(a.year, b.year));
    return [T.title(one.title), el("p", { className: "lead" }, ...T.joined(about)),
      one.copies ? el("p", { className: "hint" }, say("同一份报告还有这些文件：", "Other files of the same report: "), T.data(one.copies)) : "",
      others.length ? el("p", { className: "links" }, say("同一地方的其他报告：", "Other reports of this place: "), ...others.map((each) => P.link("report", each.source, each.year || each.title, { title: each.title, className: "chip" }))) : "",
      T.counts(...parts.map(([name, heading, rows]) => [rows.length, heading, name])),
      ...parts.filter(([, , rows]) => rows.length).map(([name, heading, rows, make]) => P.section(name, heading, make(rows, `${one.source}-${name}`)))].filter(Boolean);
  };
  return { outcomes, deeds, papers, awards, award, byResult, badge, bodies, body, documents, document: document_, report };
})();
