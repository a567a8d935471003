// One place: what it ran and when, its honours, bodies, documents and figures; and beside it another one.
const place = (() => {
  "use strict";
  const { el, say } = KG;
  const list = () => [P.title(say("地方", "Places")), P.table({ name: "places", rows: A.places.filter((one) => A.of("runs", "place", one.n).length + A.of("outcomes", "place", one.n).length + A.of("observations", "place", one.n).length + A.of("reports", "place", one.n).length),
    sort: null, columns: [
      { head: say("地方", "Place"), value: (one) => one.path, show: (one) => P.link("place", one.id, one.path), wide: true },
      { head: say("层级", "Level"), value: (one) => A.word("place-level", one.level) },
      { head: say("代码", "Code"), value: (one) => one.code },
      { head: say("报告", "Reports"), value: (one) => A.of("reports", "place", one.n).length, number: true },
      { head: say("改革与项目", "Programmes"), value: (one) => new Set(A.of("runs", "place", one.n).map((run) => run.programme)).size, number: true },
      { head: say("荣誉", "Honours"), value: (one) => A.of("outcomes", "place", one.n).length, number: true },
      { head: say("指标数据", "Figures"), value: (one) => A.of("observations", "place", one.n).length, number: true },
    ] })];

  const facts = (one) => {
    const rows = [];
    const add = (head, ...nodes) => { if (nodes.some(Boolean)) rows.push(el("dt", {}, head), el("dd", {}, ...nodes)); };
    const joined = (nodes) => nodes.flatMap((node, at) => (at ? [" · ", node] : [node]));
    const chain = [];
    for (let at = one.above; at >= 0; at = A.places[at].above) chain.unshift(P.place(at));
    add(say("属于", "In"), ...joined(chain));
    add(say("代码", "Code"), one.code);
    add(say("层级", "Level"), one.level ? A.word("place-level", one.level) : "");
    if (one.since || one.until) add(say("存续", "In being"), say(`${one.since || "…"} 至 ${one.until || "今"}`, `${one.since || "…"} to ${one.until || "now"}`));
    const inside = A.of("places", "above", one.n);
    const heard = inside.filter((child) => A.of("runs", "place", child.n).length);
    add(say("下辖（有记录的）", "Places in it with records"), ...joined(heard.slice(0, 40).map((child) => P.place(child.n))), heard.length > 40 ? ` … ${heard.length}` : "");
    for (const change of A.changes.filter((each) => each.before.includes(one.n) || each.after.includes(one.n))) {
      add(change.date, A.word("place-change-kind", change.kind), say("：", ": "), ...joined(change.before.map((n) => P.place(n))), " → ", ...joined(change.after.map((n) => P.place(n))), change.source ? el("small", { className: "faint" }, ` ${change.source}`) : "");
    }
    const reports = A.of("reports", "place", one.n);
    add(say("报告", "Reports"), ...joined([...reports].sort((a, b) => P.compare(a.year, b.year)).map((report) => P.link("report", report.source, report.year || report.title, { title: report.title }))));
    return el("dl", { className: "facts" }, ...rows);
  };
  const byProgramme = (runs) => {
    const found = new Map();
    for (const run of runs) { if (!found.has(run.programme)) found.set(run.programme, []); found.get(run.programme).push(run); }
    return [...found].map(([number, some]) => ({ programme: A.programmes[number], runs: some }));
  };
  const engagements = (one) => {
    const rows = byProgramme(A.of("runs", "place", one.n)).sort((a, b) => b.programme.curated - a.programme.curated || P.compare(A.first(a.runs), A.first(b.runs)) || P.compare(a.programme.zh, b.programme.zh));
    if (!rows.length) return P.section("runs", say("改革与项目", "Programmes"), P.empty(say("没有记录。", "Nothing recorded.")));
    return P.section("runs", say("改革与项目", "Programmes"), P.legend(),
      P.timeline(rows.map((row) => ({ head: P.programme(row.programme), name: A.label(row.programme), runs: row.runs })), say("项目", "Programme")),
      el("details", {}, el("summary", {}, say("列表与下载", "List and download")), P.table({ name: `${A.placeLabel(one)}-programmes`, rows: A.of("runs", "place", one.n), columns: runColumns("programme") })));
  };
  const runColumns = (other) => [
    other === "programme" ? { head: say("项目", "Programme"), value: (run) => A.programmes[run.programme].zh, show: (run) => P.programme(A.programmes[run.programme]), wide: true }
      : { head: say("地方", "Place"), value: (run) => (run.place < 0 ? "" : A.places[run.place].path), show: (run) => P.place(run.place), wide: true },
    { head: say("年份", "Year"), value: (run) => run.year, number: true },
    { head: say("状态", "Status"), value: (run) => A.word("status", run.status), show: (run) => [P.mark(run.status), ` ${A.word("status", run.status)}`] },
    { head: say("类型", "Kind"), value: (run) => A.word("programme-kind", A.programmes[run.programme].kind) },
    { head: say("原文", "Source"), value: (run) => A.reports[A.reportOf(run)]?.source || "", show: (run) => P.source(run, A.programmes[run.programme].zh) },
  ];
  const sections = (one) => {
    const some = (name) => A.of(name, "place", one.n);
    const parts = [engagements(one)];
    if (some("outcomes").length) parts.push(P.section("awards", say("荣誉", "Honours"), lists.outcomes(some("outcomes"), `${A.placeLabel(one)}-awards`, "place")));
    if (some("observations").length) parts.push(P.section("indicators", say("指标数据", "Figures"), indicators.table(some("observations"), `${A.placeLabel(one)}-indicators`, "place")));
    if (some("deeds").length) parts.push(P.section("bodies", say("机构", "Bodies"), lists.deeds(some("deeds"), `${A.placeLabel(one)}-bodies`, "place")));
    if (some("papers").length) parts.push(P.section("documents", say("文件", "Documents"), lists.papers(some("papers"), `${A.placeLabel(one)}-documents`, "place")));
    return parts;
  };
  const others = (one) => A.places.filter((each) => each.n !== one.n && A.of("runs", "place", each.n).length).sort((a, b) => P.compare(a.path, b.path));
  const view = (id, params) => {
    const one = A.find("places", id) || A.find("paths", id);
    if (!one) return null;
    const other = params.get("with") && A.find("places", params.get("with"));
    const go = (value) => { location.hash = `${P.address("place", one.id)}${value ? `?with=${encodeURIComponent(value)}` : ""}`; };
    const chooser = P.select("with", [["", say("与另一个地方对比…", "Compare with…")], ...others(one).map((each) => [each.id, each.path])], other ? other.id : "", go, say("对比", "Compare"));
    const network = el("a", { className: "chip", href: `network.html#q=${encodeURIComponent(one.path)}` }, say("在网络图中看", "See in the network"));
    return [P.title(A.placeLabel(one), one.path.includes("/") ? one.path : ""), el("p", { className: "links" }, chooser, network), facts(one), ...(other ? compare(one, other) : sections(one))];
  };

  // --- two places side by side ---
  const compare = (one, other) => {
    const [left, right] = [one, other].map((each) => new Map(byProgramme(A.of("runs", "place", each.n)).map((row) => [row.programme.n, row])));
    const shared = [...left.keys()].filter((key) => right.has(key)).map((key) => ({ programme: A.programmes[key], a: left.get(key).runs, b: right.get(key).runs }))
      .sort((x, y) => y.programme.curated - x.programme.curated || P.compare(x.programme.zh, y.programme.zh));
    const cell = (runs, row, each) => el("button", { type: "button", className: "plain", on: { click: () => P.evidence(`${A.placeLabel(each)} × ${A.label(row.programme)}`, runs, row.programme.zh) } },
      ...P.byStatus(runs).map(([status, some]) => el("span", { className: status }, P.MARKS[status], ` ${A.span(some.map((run) => run.year))} `)));
    const alone = (mine, theirs, each) => el("div", {}, el("h3", {}, say(`只有${A.placeLabel(each)}`, `${A.placeLabel(each)} only`), el("small", {}, String([...mine.keys()].filter((key) => !theirs.has(key)).length))),
      el("ul", { className: "plainlist" }, ...[...mine.values()].filter((row) => !theirs.has(row.programme.n)).sort((a, b) => b.programme.curated - a.programme.curated || P.compare(a.programme.zh, b.programme.zh))
        .map((row) => el("li", {}, P.programme(row.programme), " ", cell(row.runs, row, each)))));
    const figures = () => {
      const both = [one, other].map((each) => { const found = new Map(); for (const row of A.of("observations", "place", each.n)) { const key = `${row.indicator}/${row.unit}/${row.year}`; if (!found.has(key)) found.set(key, row); } return found; });
      const keys = [...both[0].keys()].filter((key) => both[1].has(key)).map((key) => ({ a: both[0].get(key), b: both[1].get(key) }));
      if (!keys.length) return P.empty(say("没有同一年、同一单位的共同指标。", "No indicator of the same year and unit in both."));
      return P.table({ name: "compare-indicators", rows: keys, columns: [
        { head: say("指标", "Indicator"), value: (row) => A.indicators[row.a.indicator].zh, show: (row) => P.link("indicator", A.indicators[row.a.indicator].id, A.label(A.indicators[row.a.indicator])), wide: true },
        { head: say("年份", "Year"), value: (row) => row.a.year, number: true },
        { head: A.placeLabel(one), value: (row) => row.a.value, show: (row) => [P.number(row.a.value), P.source(row.a, row.a.written)], number: true },
        { head: A.placeLabel(other), value: (row) => row.b.value, show: (row) => [P.number(row.b.value), P.source(row.b, row.b.written)], number: true },
        { head: say("单位", "Unit"), value: (row) => row.a.unit }] });
    };
    return [
      P.section("shared", say("两地都有的项目", "Programmes of both"), shared.length ? P.table({ name: "compare-programmes", rows: shared, columns: [
        { head: say("项目", "Programme"), value: (row) => row.programme.zh, show: (row) => P.programme(row.programme), wide: true },
        { head: A.placeLabel(one), value: (row) => P.told(row.a), show: (row) => cell(row.a, row, one) },
        { head: A.placeLabel(other), value: (row) => P.told(row.b), show: (row) => cell(row.b, row, other) }] }) : P.empty(say("没有同名的项目。", "No programme in both."))),
      P.section("alone", say("各自的项目", "Programmes of one only"), el("div", { className: "pair even" }, alone(left, right, one), alone(right, left, other))),
      P.section("figures", say("可比的指标", "Figures to compare"), figures())];
  };
  return { list, view, runColumns, byProgramme };
})();
