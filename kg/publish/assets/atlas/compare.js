// Two places side by side: what both ran, what only one did, and the figures that both report.
const compare = (() => {
  "use strict";
  const { el, say } = KG;
  const address = (one, other) => `${P.address("place", one.id)}${other ? `?with=${encodeURIComponent(other)}` : ""}`;
  const others = (one) => A.places.filter((each) => each.n !== one.n && A.of("runs", "place", each.n).length).sort((a, b) => P.compare(a.path, b.path));
  const chooser = (one, other) => P.select("with", [["", other ? say("不再对比", "Stop comparing") : say("与另一个地方对比…", "Compare with…")], ...others(one).map((each) => [each.id, each.path])], other ? other.id : "",
    (value) => { location.hash = address(one, value); }, say("与另一个地方对比", "Compare with another place"));
  const head = (each) => T.data(A.placeLabel(each));

  const sums = (one, other) => {
    const row = (words, count) => ({ words, a: count(one), b: count(other) });
    const rows = [row(say("报告年份", "Years reported"), (each) => place.years(each) || say("无", "none")),
      ...P.STATUSES.map((status) => row(A.word("status", status), (each) => place.with(place.some("runs", each), status))),
      row(say("荣誉（其中获奖）", "Honours (won)"), (each) => `${place.some("outcomes", each).length} (${place.won(place.some("outcomes", each))})`),
      row(say("指标数据", "Figures"), (each) => place.some("observations", each).length),
      row(say("机构", "Bodies"), (each) => T.distinct(place.some("deeds", each), "body")), row(say("文件", "Documents"), (each) => T.distinct(place.some("papers", each), "document"))];
    return el("div", { className: "scroll whole" }, el("table", { className: "sums" },
      el("thead", {}, el("tr", {}, el("th"), ...[one, other].map((each) => el("th", { scope: "col", className: "number" }, P.place(each.n))))),
      el("tbody", {}, ...rows.map(({ words, a, b }) => el("tr", {}, el("th", { scope: "row" }, words), el("td", { className: "number" }, String(a)), el("td", { className: "number" }, String(b)))))));
  };

  const cell = (runs, row, each) => el("button", { type: "button", className: "plain", title: say("看原文", "See the sentences"), ariaLabel: `${A.placeLabel(each)} ${P.told(runs)}`, on: { click: () => P.evidence(`${A.placeLabel(each)} × ${A.label(row.programme)}`, runs, T.names(row.programme)) } },
    ...P.byStatus(runs).map(([status, some]) => el("span", { className: status }, P.MARKS[status], ` ${A.span(some.map((run) => run.year))} `)));
  const programmeColumn = () => ({ head: say("项目", "Programme"), value: (row) => row.programme.zh, show: (row) => P.programme(row.programme), wide: true });
  const ordered = (rows) => rows.sort((a, b) => b.programme.curated - a.programme.curated || P.compare(a.programme.zh, b.programme.zh));
  const programmes = (one, other) => {
    const [left, right] = [one, other].map((each) => new Map(place.byProgramme(place.some("runs", each)).map((row) => [row.programme.n, row])));
    const shared = ordered([...left.values()].filter((row) => right.has(row.programme.n)).map((row) => ({ programme: row.programme, a: row.runs, b: right.get(row.programme.n).runs })));
    const alone = (mine, theirs, each) => {
      const rows = ordered([...mine.values()].filter((row) => !theirs.has(row.programme.n)));
      return el("div", {}, el("h3", {}, say("只见于", "Only in "), head(each), el("small", {}, P.number(rows.length))),
        rows.length ? P.table({ name: `${A.placeLabel(each)}-only`, step: 20, rows, columns: [programmeColumn(), { head: say("状态", "Status"), value: (row) => P.told(row.runs), show: (row) => cell(row.runs, row, each) }] }) : P.empty(say("没有。", "None.")));
    };
    const both = el("div", { className: "shared" }, el("h3", {}, say("两地都有", "In both"), el("small", {}, P.number(shared.length))),
      shared.length ? P.table({ name: `${A.placeLabel(one)}-${A.placeLabel(other)}-programmes`, rows: shared, step: 20, columns: [programmeColumn(),
        { head: head(one), title: A.placeLabel(one), value: (row) => P.told(row.a), show: (row) => cell(row.a, row, one) },
        { head: head(other), title: A.placeLabel(other), value: (row) => P.told(row.b), show: (row) => cell(row.b, row, other) }] }) : P.empty(say("没有共同的项目。", "No programme in both.")));
    return P.section("programmes", say("改革与项目", "Programmes"), P.legend(),
      P.hint(say(`“只见于”以收录的报告为限（${A.placeLabel(one)} ${place.years(one) || "无报告"}，${A.placeLabel(other)} ${place.years(other) || "无报告"}）：一地没有提到不等于没有做。`,
        "“Only in” goes as far as the reports here: what a place does not mention it may still have done.")),
      el("div", { className: "three" }, alone(left, right, one), both, alone(right, left, other)));
  };

  // The newest figure of each that both have of one indicator and unit, of the same year where there is one.
  const pairs = (one, other) => {
    const [left, right] = [one, other].map((each) => T.grouped(place.some("observations", each).filter((row) => row.value !== ""), (row) => `${row.indicator}/${row.unit}`));
    const newest = (rows) => [...rows].sort((a, b) => P.compare(b.year, a.year))[0];
    return [...left.keys()].filter((key) => right.has(key)).map((key) => {
      const [mine, theirs] = [left.get(key), right.get(key)];
      const year = A.known(mine).reverse().find((each) => theirs.some((row) => row.year === each));
      const of = (rows) => newest(year ? rows.filter((row) => row.year === year) : rows);
      return { indicator: A.indicators[mine[0].indicator], unit: mine[0].unit, same: Boolean(year), a: of(mine), b: of(theirs) };
    }).sort((x, y) => y.same - x.same || y.indicator.curated - x.indicator.curated || P.compare(x.indicator.zh, y.indicator.zh));
  };
  const figures = (one, other) => {
    const rows = pairs(one, other);
    if (!rows.length) return P.empty(say("没有两地都报告的指标（单位相同）。", "No indicator of the same unit in both."));
    const value = (each, key) => ({ head: head(each), title: A.placeLabel(each), value: (row) => row[key].value, number: true,
      show: (row) => [el("span", {}, `${row[key].about ? "≈ " : ""}${P.number(row[key].value)}`), P.source(row[key], row[key].raw || row[key].written), bar(Number(row[key].value), Math.max(Math.abs(row.a.value), Math.abs(row.b.value)))] });
    const bar = (size, most) => el("i", { className: "meter", style: `width:${most ? (100 * Math.abs(size)) / most : 0}%` });
    const year = (each, key) => ({ head: say("年份", "Year"), title: `${A.placeLabel(each)} ${say("年份", "year")}`, value: (row) => row[key].year, number: true, show: (row) => el("span", { className: row.same ? "" : "differs" }, row[key].year) });
    return P.table({ name: `${A.placeLabel(one)}-${A.placeLabel(other)}-indicators`, rows, step: 40, columns: [
      { head: say("指标", "Indicator"), value: (row) => row.indicator.zh, show: (row) => indicators.link(row.indicator), wide: true },
      value(one, "a"), year(one, "a"), value(other, "b"), year(other, "b"), { head: say("单位", "Unit"), value: (row) => row.unit }] });
  };
  const view = (one, other) => [
    P.title(T.data(say(`${A.placeLabel(one)} 与 ${A.placeLabel(other)}`, `${A.placeLabel(one)} and ${A.placeLabel(other)}`)), T.data([one, other].map((each) => each.path.replaceAll("/", " · ")).join(say("；", "; ")))),
    el("p", { className: "links" }, chooser(one, other), el("a", { className: "chip", href: address(other, one.id) }, say("左右对换", "Swap")), T.network("place", one.id)),
    el("div", { className: "sided compared" }, P.section("sums", say("一览", "At a glance"), sums(one, other)),
      P.section("figures", say("两地都报告的指标", "Figures of both"), P.hint(say("同名、同单位；有同一年的取同一年，否则各取最近一年，年份标红。", "Same indicator and unit; of the same year where there is one, otherwise the newest of each, with the years in red.")), figures(one, other))),
    programmes(one, other)];
  return { view, chooser };
})();
