// The first page: what is in the graph, which reports it was made of, what to look at first.
const overview = (() => {
  "use strict";
  const { el, say } = KG;
  // Two sentences that say the same are one statement.
  const statements = (rows) => [...new Map(rows.map((row) => [row.statement, row])).values()];
  const counts = () => {
    const runs = statements(A.runs);
    const kinds = [["reports", A.reports, say("报告", "reports"), "#/reports"], ["places", A.places.filter((p) => A.of("runs", "place", p.n).length || A.of("reports", "place", p.n).length), say("地方", "places"), "#/places"],
      ["programmes", A.programmes.filter((p) => A.of("runs", "programme", p.n).length), say("改革与项目", "programmes"), "#/programmes"], ["runs", runs, say("实施、计划、问题", "run, planned, in trouble"), "#/matrix"],
      ["awards", statements(A.outcomes), say("荣誉结果", "award outcomes"), "#/awards"], ["indicators", statements(A.observations), say("指标数据", "figures"), "#/indicators"],
      ["documents", A.documents, say("文件", "documents"), "#/documents"], ["bodies", A.bodies, say("机构", "bodies"), "#/bodies"]];
    return el("ul", { className: "counts" }, ...kinds.map(([, some, name, to]) => el("li", {}, el("a", { href: to, title: some === runs ? P.byStatus(runs).map(([status, each]) => `${A.word("status", status)} ${each.length}`).join(say("，", ", ")) : "" }, el("b", {}, P.number(some.length)), name))));
  };
  const start = () => {
    const card = (to, heading, words) => el("a", { className: "card", href: to }, el("b", {}, heading), el("span", {}, words));
    const widest = widestProgrammes()[0];
    const fullest = [...A.places].sort((a, b) => A.of("runs", "place", b.n).length - A.of("runs", "place", a.n).length)[0];
    const cards = [card("#/matrix", say("看全表", "See the matrix"), say("地方 × 改革：谁做了什么、在哪一年、是否只是计划。", "Places × programmes: who did what, in which year, or only planned it."))];
    if (widest) cards.push(card(P.address("programme", widest.programme.id), say("看一项改革", "See a programme"), say(`“${widest.programme.zh}”在 ${widest.places} 个地方：谁先谁后，依据哪句话。`, `${A.label(widest.programme)} in ${widest.places} places: who came first, and by which sentence.`)));
    if (fullest) cards.push(card(P.address("place", fullest.id), say("看一个地方", "See a place"), say(`${A.placeLabel(fullest)}历年的改革、荣誉、指标，可与别处对比。`, `${A.placeLabel(fullest)}: programmes, awards and figures over the years; compare it with another.`)));
    cards.push(card("#/questions", say("现成的问题", "Ready questions"), say("直接看答案，或复制 SPARQL 自己查。", "Read the answers, or copy the SPARQL.")));
    return el("nav", { className: "cards", ariaLabel: say("从这里开始", "Start here") }, ...cards);
  };
  const widestProgrammes = () => A.programmes.map((programme) => {
    const runs = A.of("runs", "programme", programme.n);
    return { programme, runs, places: new Set(runs.map((run) => run.place)).size };
  }).filter((one) => one.places > 1).sort((a, b) => b.places - a.places || b.runs.length - a.runs.length || (a.programme.zh < b.programme.zh ? -1 : 1));
  const widest = () => {
    const top = widestProgrammes().slice(0, 10);
    if (!top.length) return null;
    return P.section("widest", say("涉及最广", "Most widespread"),
      P.hint(say("涉及地方最多的改革与项目；已实施、计划中、存在问题的都算。", "The programmes of the most places: run, planned or with trouble.")),
      el("ol", { className: "bars" }, ...top.map((one) => el("li", {}, el("a", { href: P.address("programme", one.programme.id) },
        el("span", { className: "data" }, A.label(one.programme)), el("small", {}, A.ran(one.runs) ? say(`最早实施 ${A.ran(one.runs)}`, `run from ${A.ran(one.runs)}`) : say("只见于计划", "only planned")),
        el("b", {}, say(`${one.places} 地`, `${one.places} places`)), el("i", { style: `width:${Math.round((100 * one.places) / top[0].places)}%` }))))));
  };
  const LONGEST = 40;
  const reports = (limit = 40) => {
    const years = A.known(A.reports);
    const near = years.length && Number(years[years.length - 1]) - Number(years[0]) <= LONGEST;
    const columns = near ? Array.from({ length: Number(years[years.length - 1]) - Number(years[0]) + 1 }, (_, n) => String(Number(years[0]) + n)) : years;
    if (A.reports.some((report) => !report.year)) columns.push("");
    const places = [...new Set(A.reports.map((report) => report.place))].sort((a, b) => P.compare(a < 0 ? "" : A.places[a].path, b < 0 ? "" : A.places[b].path));
    const row = (number) => el("tr", {}, el("th", { scope: "row" }, ...(number < 0 ? [say("地方不详", "Place unknown")] : [above(number), P.place(number)])),
      ...columns.map((year) => {
        const some = A.reports.filter((report) => report.place === number && report.year === year);
        return some.length ? el("td", {}, ...some.map((report) => el("a", { href: P.address("report", report.source), className: "dot", title: report.title, ariaLabel: report.title }, "●")))
          : el("td", { className: "gap", title: say("没有收录该年报告，不等于没有做", "no report of that year is here, which says nothing of what was done") }, "—");
      }));
    const above = (number) => { const path = A.places[number].path, at = path.lastIndexOf("/"); return at < 0 ? null : el("small", { className: "data" }, path.slice(0, at).split("/").pop()); };
    const body = el("tbody", {}, ...places.slice(0, limit).map(row));
    return P.section("reports", say("收录的报告", "Reports"),
      P.hint(say("“—”表示没有收录该年的报告，不等于那一年没有做。点圆点看这份报告说了什么。", "“—” means that no report of that year is here, not that nothing was done. Click a dot for the report.")),
      el("div", { className: "scroll low" }, el("table", { className: "years" }, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("地方", "Place")), ...columns.map((year) => el("th", { scope: "col" }, year || say("年份不详", "Year unknown"))))), body)),
      places.length > limit ? el("p", {}, el("a", { className: "chip", href: "#/reports" }, say(`全部 ${places.length} 个地方的报告`, `Reports of all ${places.length} places`))) : null);
  };
  const files = () => {
    const names = ["graph.ttl", ...["reports", "places", "implementations", "awards", "bodies", "documents", "indicators"].map((one) => `tables/${one}.csv`), "build.json"];
    return P.section("files", say("数据文件", "Files"), el("p", { className: "links" }, ...names.map((name) => el("a", { className: "chip", href: name, download: "" }, name.split("/").pop()))),
      P.hint(say("graph.ttl 可用 kg query 或任何 SPARQL 工具查询；CSV 可用 Excel 打开。", "Query graph.ttl with kg query or any SPARQL tool; the CSV files open in Excel.")));
  };
  const view = () => [
    el("div", { className: "hero" }, P.title(say("哪些地方推行了哪些改革？", "Which places ran which reforms?")),
      el("p", {}, say("从哪一年开始，依据报告里的哪一句话：都在这一个文件里，不用联网。", "Since when, and in which sentence it says so: all in this one file, offline."))),
    counts(), start(), el("div", { className: "pair" }, reports(14), widest()), files()];
  const all = () => [P.title(say("报告", "Reports")), reports(Infinity), P.table({ name: "reports", rows: A.reports, columns: [
    { head: say("标题", "Title"), value: (r) => r.title, show: (r) => P.link("report", r.source, r.title), wide: true },
    { head: say("地方", "Place"), value: (r) => (r.place < 0 ? "" : A.places[r.place].path), show: (r) => P.place(r.place) },
    { head: say("年份", "Year"), value: (r) => r.year, number: true },
    { head: say("类型", "Kind"), value: (r) => A.word("report-kind", r.kind) },
    { head: say("发布机构", "Publisher"), value: (r) => r.publisher },
    { head: say("发布日期", "Issued"), value: (r) => r.issued },
    { head: say("文件", "File"), value: (r) => r.source }] })];
  return { view, all };
})();
