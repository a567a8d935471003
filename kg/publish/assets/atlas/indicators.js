// Figures: one indicator across places and years, as charts of one unit and as a table with the text as written.
const indicators = (() => {
  "use strict";
  const { el, say } = KG;
  const link = (one) => P.link("indicator", one.id, A.label(one), one.curated ? {} : { className: "data candidate" });
  const shown = (row) => `${row.target ? "○ " : ""}${row.about ? "≈ " : ""}${P.number(row.value)}`;
  const unitless = (unit) => unit || say("无单位", "no unit");
  const comparableFirst = (rows) => [...rows].sort((a, b) => A.indicators[b.indicator].curated - A.indicators[a.indicator].curated);
  const table = (rows, name, without = "") => P.table({ name, rows: comparableFirst(rows), step: 40, columns: T.telling(rows, [
    ...(without === "indicator" ? [] : [{ head: say("指标", "Indicator"), value: (row) => A.indicators[row.indicator].zh, show: (row) => link(A.indicators[row.indicator]), wide: true }]),
    ...(without === "place" ? [] : [{ head: say("地方", "Place"), value: (row) => (row.place < 0 ? "" : A.places[row.place].path), show: (row) => P.place(row.place) }]),
    { head: say("年份", "Year"), value: (row) => row.year, number: true },
    { head: say("数值", "Value"), value: (row) => row.value, show: (row) => el("span", {}, shown(row)), number: true },
    { head: say("单位", "Unit"), value: (row) => row.unit },
    { head: say("同比 %", "Change %"), value: (row) => row.change, number: true, sparse: true },
    { head: say("目标", "Target"), value: (row) => (row.target ? say("目标", "target") : ""), show: (row) => (row.target ? el("span", { className: "badge" }, say("目标", "target")) : ""), sparse: true },
    { head: say("约数", "Approximate"), hidden: true, value: (row) => (row.about ? "1" : "") },
    { head: say("原文说法", "As written"), value: (row) => row.raw || row.written, wide: true },
    T.source((row) => row.raw || row.written, (row) => A.label(A.indicators[row.indicator])), ...T.sentences()]) });

  // --- all indicators ---
  const columns = () => [
    { head: say("指标", "Indicator"), value: (row) => [row.one.zh, row.one.en].filter(Boolean).join(" · "), show: (row) => link(row.one), wide: true },
    { head: say("审定", "Curation"), value: (row) => T.curation(row.one), show: (row) => el("span", {}, T.curation(row.one)) },
    { head: say("地方数", "Places"), value: (row) => row.places, number: true },
    { head: say("数据", "Figures"), value: (row) => row.some.length, number: true },
    { head: say("单位", "Units"), value: (row) => [...new Set(row.some.map((each) => each.unit))].filter(Boolean).join(" ") },
    { head: say("年份", "Years"), value: (row) => A.span(row.some.map((each) => each.year)) }];
  const list = () => {
    const rows = A.indicators.map((one) => { const some = A.of("observations", "indicator", one.n); return { one, some, places: T.distinct(some, "place") }; }).filter((row) => row.some.length)
      .sort((a, b) => b.one.curated - a.one.curated || b.places - a.places || b.some.length - a.some.length || P.compare(a.one.zh, b.one.zh));
    const counted = (words, some) => [`${words} ${P.number(some.length)}`, some];
    const options = [counted(say("可比：词表里的", "Comparable: in the vocabulary"), rows.filter((row) => row.one.curated)), counted(say("两地以上", "Of two places or more"), rows.filter((row) => row.places > 1)), counted(say("全部", "All"), rows)].filter(([, some]) => some.length);
    return [P.title(say("指标", "Indicators")), P.hint(say("词表里的指标可以在地方之间比较；有虚线的按报告原来的说法。点指标看各地各年的图和表。", "Indicators of the vocabulary can be compared between places; dotted ones are as reports name them. Click one for its charts and table.")),
      options.length ? T.choices(options, (some) => P.table({ name: "indicators", rows: some, columns: columns(), step: 50 }), say("选哪些指标", "Which indicators")) : P.empty(say("没有记录。", "Nothing recorded."))];
  };

  // --- places in one year: bars, longest first; what is told of a place twice shows twice ---
  const BARS = 25;
  const bars = (rows) => {
    const sorted = [...rows].sort((a, b) => Number(b.value) - Number(a.value)), most = Math.max(...rows.map((row) => Math.abs(Number(row.value)))) || 1;
    return el("div", {}, el("ol", { className: "measures" }, ...sorted.slice(0, BARS).map((row) => el("li", {}, P.place(row.place),
      el("span", {}, el("i", { style: `width:${(100 * Math.abs(Number(row.value))) / most}%` }), el("small", { className: "data", title: row.raw || row.written }, row.raw || row.written)),
      el("b", {}, `${shown(row)} `, T.data(row.unit)), P.source(row, row.raw || row.written, A.label(A.indicators[row.indicator]))))),
    sorted.length > BARS ? P.hint(say(`另有 ${sorted.length - BARS} 条见下表`, `${sorted.length - BARS} more in the table below`)) : "");
  };
  const byYear = (rows) => {
    const years = A.known(rows).reverse().map((year) => [year, rows.filter((row) => row.year === year)]);
    const fullest = years.reduce((best, each) => (!best || T.distinct(each[1], "place") > T.distinct(best[1], "place") ? each : best), null);
    if (!fullest) return null;
    const options = years.map(([year, some]) => [say(`${year} 年 ${some.length} 条`, `${year}: ${some.length}`), some]);
    return P.section("places", say("同一年各地", "Places in one year"), T.choices(options, bars, say("选哪一年", "Which year"), years.indexOf(fullest)));
  };

  // --- places over years: lines, for those that have more than one year ---
  const LINES = 8;
  const [WIDE, TALL, LEFT, RIGHT, TOP, BOTTOM] = [640, 280, 62, 22, 16, 30];
  const lines = (rows) => {
    const found = [...T.grouped(rows, (row) => row.place)].map(([number, mine]) => [number, [...mine].sort((a, b) => P.compare(a.year, b.year))])
      .filter(([, mine]) => T.distinct(mine, "year") > 1).sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
    if (!found.length) return null;
    const chosen = found.slice(0, LINES), some = chosen.flatMap(([, mine]) => mine), values = some.map((row) => Number(row.value));
    const years = T.range(some.map((row) => row.year)).map(Number), [from, to] = [years[0], years[years.length - 1]];
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values) || 1];
    const x = (year) => LEFT + ((Number(year) - from) / (to - from)) * (WIDE - LEFT - RIGHT);
    const y = (value) => TOP + (1 - (value - low) / (high - low)) * (TALL - TOP - BOTTOM);
    const axis = [0, 0.25, 0.5, 0.75, 1].map((part) => low + part * (high - low)).flatMap((value) => [
      P.svg("line", { x1: LEFT, x2: WIDE - RIGHT, y1: y(value), y2: y(value), class: "rule" }), P.svg("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, short(value))]);
    const every = Math.ceil(years.length / 10);
    const below = years.filter((_, at) => at % every === 0).map((year) => P.svg("text", { x: x(year), y: TALL - 8, "text-anchor": "middle" }, String(year)));
    const drawn = chosen.flatMap(([number, mine], at) => [
      P.svg("path", { d: mine.map((row, n) => `${n ? "L" : "M"}${x(row.year).toFixed(1)} ${y(Number(row.value)).toFixed(1)}`).join(""), class: `line s${at}` }),
      ...mine.map((row) => P.svg("circle", { cx: x(row.year).toFixed(1), cy: y(Number(row.value)).toFixed(1), r: 4, class: `dot s${at}` }, P.svg("title", {}, `${number < 0 ? "" : A.placeLabel(A.places[number])} ${row.year}: ${shown(row)} ${row.unit}`)))]);
    const legend = el("p", { className: "legend" }, ...chosen.flatMap(([number], at) => [el("i", { className: `swatch s${at}` }), P.place(number)]), found.length > LINES ? el("span", { className: "faint" }, say(`另有 ${found.length - LINES} 地见下表`, `${found.length - LINES} more places in the table`)) : "");
    return P.section("years", say("历年变化", "Over the years"), el("figure", {}, P.svg("svg", { viewBox: `0 0 ${WIDE} ${TALL}`, class: "chart wide", role: "img", "aria-label": say("历年数值，表格见下", "Values by year; the table is below") }, ...axis, ...below, ...drawn), legend,
      el("figcaption", {}, say("只画有两年以上数据的地方；中间没有点的年份没有数据。", "Places with two years or more; where there is no dot there is no figure."))));
  };
  const short = (value) => {
    const size = Math.abs(value), round = (number) => String(Number(number.toPrecision(3)));
    if (size >= 1e8) return say(`${round(value / 1e8)}亿`, size >= 1e9 ? `${round(value / 1e9)}bn` : `${round(value / 1e6)}m`);
    if (size >= 1e4) return say(`${round(value / 1e4)}万`, size >= 1e6 ? `${round(value / 1e6)}m` : `${round(value / 1e3)}k`);
    return round(value);
  };

  // --- one indicator ---
  const view = (id, params) => {
    const one = A.find("indicators", id);
    if (!one) return null;
    const rows = A.of("observations", "indicator", one.n), units = [...T.grouped(rows, (row) => row.unit)].sort((a, b) => b[1].length - a[1].length || P.compare(a[0], b[0]));
    const wanted = params.get("unit"), [unit, mine] = units.find(([each]) => each === wanted) || units[0] || ["", []];
    const go = (value) => { location.hash = `${P.address("indicator", one.id)}?unit=${encodeURIComponent(value)}`; };
    const menu = units.length > 1 ? P.select("unit", units.map(([each, some]) => [each, `${unitless(each)} (${some.length})`]), unit, go, say("单位", "Unit")) : "";
    const targets = mine.filter((row) => row.target).length;
    const some = mine.filter((row) => !row.target && row.value !== "" && Number.isFinite(Number(row.value)) && row.year);
    const charts = [byYear(some), lines(some)].filter(Boolean);
    return [T.heading(one),
      el("p", { className: "lead" }, ...T.joined([one.curated ? say("词表里的指标，可以比较", "in the vocabulary, can be compared") : say("按报告原来的说法", "as reports name it"), el("span", {}, say("单位：", "unit: "), menu || T.data(unitless(unit))),
        units.length > 1 ? say("不同单位不画在一起", "units are not drawn together") : null,
        targets ? say(`${targets} 条是下一年的目标（○），只列在表里`, `${targets} ${targets === 1 ? "is a target" : "are targets"} for the next year (○), in the table only`) : null].filter(Boolean))),
      T.counts([T.distinct(rows.filter((row) => row.place >= 0), "place"), say("地方", "places"), "table"], [rows.length, say("数据", "figures"), "table"], [A.span(rows.map((row) => row.year)), say("年份", "years"), "table"]),
      charts.length > 1 ? el("div", { className: "pair even" }, ...charts) : charts[0] || null,
      P.section("table", say("全部数据", "All figures"), table(rows, one.zh, "indicator"))].filter(Boolean);
  };
  return { list, view, table, link };
})();
