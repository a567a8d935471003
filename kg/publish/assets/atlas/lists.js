// Honours, bodies, documents, reports: lists of statements, and the pages of single ones.
const lists = (() => {
  "use strict";
  const { el, say } = KG;
  const where = (row) => (row.place < 0 ? "" : A.places[row.place].path);
  const placeColumn = { head: "", value: where, show: (row) => P.place(row.place) };
  const column = {
    place: () => ({ ...placeColumn, head: say("地方", "Place") }),
    year: () => ({ head: say("年份", "Year"), value: (row) => row.year, number: true }),
    source: (name) => ({ head: say("原文", "Source"), value: (row) => A.reports[A.reportOf(row)]?.source || "", show: (row) => P.source(row, name(row)) }),
  };
  const outcomes = (rows, name, without = "") => P.table({ name, rows, columns: [
    { head: say("荣誉", "Honour"), value: (row) => row.award, show: (row) => P.link("award", A.series[row.series].id, row.award), wide: true },
    { head: say("结果", "Result"), value: (row) => A.word("award-result", row.result), show: (row) => el("span", { className: `badge ${row.result}` }, A.word("award-result", row.result)) },
    { head: say("级别", "Level"), value: (row) => A.word("award-level", row.level) },
    { head: say("对象", "Recipient"), value: (row) => row.recipient, show: (row) => { const one = row.programme && A.find("programmes", row.programme); return one ? P.programme(one) : row.recipient; } },
    ...(without === "place" ? [] : [column.place()]), column.year(),
    { head: say("届次、名次、数量", "Edition, rank, count"), value: (row) => [row.edition, row.rank, row.count && say(`${row.count} 个`, `${row.count}`)].filter(Boolean).join(" · ") },
    column.source((row) => row.award)].filter(Boolean) });
  const deeds = (rows, name, without = "") => P.table({ name, rows, columns: [
    { head: say("机构", "Body"), value: (row) => A.bodies[row.body].zh, wide: true },
    { head: say("类型", "Kind"), value: (row) => A.word("body-kind", A.bodies[row.body].kind) },
    { head: say("关系", "Relation"), value: (row) => A.word("body-relation", row.relation) },
    ...(without === "place" ? [] : [column.place()]), column.year(), column.source((row) => A.bodies[row.body].zh)] });
  const papers = (rows, name, without = "") => P.table({ name, rows, columns: [
    { head: say("文件", "Document"), value: (row) => A.documents[row.document].zh, show: (row) => P.link("document", A.documents[row.document].zh, A.documents[row.document].zh), wide: true },
    { head: say("类型", "Kind"), value: (row) => A.word("document-kind", A.documents[row.document].kind) },
    { head: say("关系", "Relation"), value: (row) => A.word("document-relation", row.relation) },
    ...(without === "place" ? [] : [column.place()]), column.year(), column.source((row) => A.documents[row.document].zh)] });

  const count = (some) => { const found = new Map(); for (const one of some) found.set(one, (found.get(one) || 0) + 1); return found; };
  // What was won and what was only applied for, kept apart at a glance.
  const tally = (rows, key, scheme) => el("p", { className: "tally" }, ...[...count(rows.map((row) => row[key]))].sort((a, b) => b[1] - a[1]).map(([value, n]) => el("span", { className: `badge ${value}` }, `${A.word(scheme, value)} ${n}`)));
  const awards = () => [P.title(say("荣誉", "Honours")), P.hint(say("获得、入选、入围、候选、排名、试点分开记：提名不算获奖。", "Won, selected, shortlisted, candidate, ranked and pilot are kept apart: a nomination is never a win.")), tally(A.outcomes, "result", "award-result"), outcomes(A.outcomes, "awards")];
  const award = (id) => {
    const one = A.find("series", id);
    if (!one) return null;
    const rows = A.of("outcomes", "series", one.n);
    return [P.title(A.label(one), KG.say(one.en, one.en ? one.zh : "")), el("p", { className: "lead" }, [one.level && A.word("award-level", one.level), one.by, A.word("curation", one.curated ? "curated" : "candidate")].filter(Boolean).join(" · ")), tally(rows, "result", "award-result"), outcomes(rows, one.zh)];
  };
  const bodies = () => [P.title(say("机构", "Bodies")), tally(A.deeds, "relation", "body-relation"), deeds(A.deeds, "bodies")];
  const documents = () => [P.title(say("文件", "Documents")), tally(A.papers, "relation", "document-relation"), P.section("most", say("提到最多", "Most named"), P.table({ name: "documents-most", find: false, step: 10, rows: [...count(A.papers.map((row) => row.document))].map(([number, times]) => ({ one: A.documents[number], times, places: new Set(A.of("papers", "document", number).map((row) => row.place)).size })).sort((a, b) => b.places - a.places || b.times - a.times).slice(0, 50), columns: [
    { head: say("文件", "Document"), value: (row) => row.one.zh, show: (row) => P.link("document", row.one.zh, row.one.zh), wide: true },
    { head: say("类型", "Kind"), value: (row) => A.word("document-kind", row.one.kind) },
    { head: say("地方数", "Places"), value: (row) => row.places, number: true },
    { head: say("次数", "Times"), value: (row) => row.times, number: true }] })), P.section("all", say("全部", "All"), papers(A.papers, "documents"))];
  const document_ = (id) => {
    const one = A.find("documents", id);
    return one ? [P.title(one.zh, A.word("document-kind", one.kind)), papers(A.of("papers", "document", one.n), one.zh)] : null;
  };
  const report = (id) => {
    const one = A.reports.find((each) => each.source === id);
    if (!one) return null;
    const mine = (rows) => rows.filter((row) => A.reportOf(row) === one.n);
    const runs = mine(A.runs), parts = [];
    const add = (name, heading, rows, make) => { if (rows.length) parts.push(P.section(name, heading, make(rows, `${one.source}-${name}`))); };
    add("runs", say("改革与项目", "Programmes"), runs, (rows, name) => P.table({ name, rows, columns: [...place.runColumns("programme").slice(0, 4), column.place(), column.source((row) => A.programmes[row.programme].zh)] }));
    add("awards", say("荣誉", "Honours"), mine(A.outcomes), outcomes);
    add("indicators", say("指标数据", "Figures"), mine(A.observations), indicators.table);
    add("bodies", say("机构", "Bodies"), mine(A.deeds), deeds);
    add("documents", say("文件", "Documents"), mine(A.papers), papers);
    return [P.title(one.title, [one.place < 0 ? "" : A.places[one.place].path, one.year, A.word("report-kind", one.kind)].filter(Boolean).join(" · ")),
      el("p", { className: "lead data" }, [one.publisher, one.issued, one.source].filter(Boolean).join(" · "), " ", one.place < 0 ? "" : P.place(one.place)), ...parts];
  };
  return { outcomes, deeds, papers, awards, award, bodies, documents, document: document_, report };
})();
