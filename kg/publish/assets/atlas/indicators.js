// Figures: one indicator across places and years, as a chart and as a table with the unit and the text as written.
const indicators = (() => {
  "use strict";
  const { el, say } = KG;
  const table = (rows, name, without = "") => P.table({ name, rows, columns: [
    ...(without === "indicator" ? [] : [{ head: say("指标", "Indicator"), value: (row) => A.indicators[row.indicator].zh, show: (row) => P.link("indicator", A.indicators[row.indicator].id, A.label(A.indicators[row.indicator])), wide: true }]),
    { head: say("数值", "Value"), value: (row) => row.value, show: (row) => `${row.about ? "≈ " : ""}${P.number(row.value)}`, number: true },
    { head: say("单位", "Unit"), value: (row) => row.unit },
    { head: say("同比 %", "Change %"), value: (row) => row.change, number: true },
    ...(without === "place" ? [] : [{ head: say("地方", "Place"), value: (row) => (row.place < 0 ? "" : A.places[row.place].path), show: (row) => P.place(row.place) }]),
    { head: say("年份", "Year"), value: (row) => row.year, number: true },
    { head: say("原文说法", "As written"), value: (row) => row.raw || row.written, wide: true },
    { head: say("原文", "Source"), value: (row) => A.reports[A.reportOf(row)]?.source || "", show: (row) => P.source(row, row.raw || row.written) }] });
  const list = () => {
    const rows = A.indicators.map((one) => { const some = A.of("observations", "indicator", one.n); return { one, some, places: new Set(some.map((row) => row.place)).size }; }).filter((row) => row.some.length)
      .sort((a, b) => b.one.curated - a.one.curated || b.places - a.places || b.some.length - a.some.length);
    return [P.title(say("指标", "Indicators")), P.hint(say("审定的指标可以在地方之间比较；其余按报告原来的说法。", "Curated indicators can be compared between places; the others are as reports name them.")),
      P.table({ name: "indicators", rows, columns: [
        { head: say("指标", "Indicator"), value: (row) => [row.one.zh, row.one.en].filter(Boolean).join(" · "), show: (row) => P.link("indicator", row.one.id, A.label(row.one), row.one.curated ? {} : { className: "data candidate" }), wide: true },
        { head: say("审定", "Curation"), value: (row) => A.word("curation", row.one.curated ? "curated" : "candidate") },
        { head: say("地方数", "Places"), value: (row) => row.places, number: true },
        { head: say("数据", "Figures"), value: (row) => row.some.length, number: true },
        { head: say("单位", "Units"), value: (row) => [...new Set(row.some.map((each) => each.unit))].filter(Boolean).join(" ") },
        { head: say("年份", "Years"), value: (row) => A.span(row.some.map((each) => each.year)) }] })];
  };
  const LINES = 10;
  // Bars for one year, points and lines for several; what is told of a place twice in a year shows twice.
  const chart = (rows) => {
    const some = rows.filter((row) => row.value !== "" && row.year);
    const years = A.known(some);
    if (!some.length) return null;
    return years.length === 1 ? bars(some, years[0]) : lines(some, years.map(Number));
  };
  const bars = (rows, year) => {
    const top = [...rows].sort((a, b) => Number(b.value) - Number(a.value)).slice(0, 30), most = Math.max(...top.map((row) => Math.abs(Number(row.value)))) || 1;
    return el("figure", {}, el("ol", { className: "bars" }, ...top.map((row) => el("li", {}, el("span", { className: "row" }, P.place(row.place), el("small", { className: "data" }, row.written), el("b", {}, `${P.number(row.value)} ${row.unit}`), el("i", { style: `width:${(100 * Math.abs(Number(row.value))) / most}%` }))))),
      el("figcaption", {}, say(`${year} 年`, year)));
  };
  const lines = (rows, years) => {
    const [width, height, left, right, top, bottom] = [720, 260, 70, 20, 14, 28];
    const values = rows.map((row) => Number(row.value));
    const [low, high] = [Math.min(0, ...values), Math.max(...values) || 1];
    const [from, to] = [years[0], years[years.length - 1]];
    const x = (year) => left + ((Number(year) - from) / (to - from)) * (width - left - right);
    const y = (value) => top + (1 - (value - low) / (high - low || 1)) * (height - top - bottom);
    const found = new Map();
    for (const row of rows) { if (!found.has(row.place)) found.set(row.place, []); found.get(row.place).push(row); }
    const chosen = [...found].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).slice(0, LINES);
    const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => low + part * (high - low));
    const axis = [...ticks.flatMap((value) => [P.svg("line", { x1: left, x2: width - right, y1: y(value), y2: y(value), class: "rule" }), P.svg("text", { x: left - 8, y: y(value) + 4, "text-anchor": "end" }, short(value))]),
      ...years.filter((year, at) => years.length < 12 || at % 2 === 0).map((year) => P.svg("text", { x: x(year), y: height - 8, "text-anchor": "middle" }, String(year)))];
    const drawn = chosen.flatMap(([number, mine], at) => {
      const points = mine.sort((a, b) => P.compare(a.year, b.year));
      const path = points.map((row, n) => `${n ? "L" : "M"}${x(row.year)} ${y(Number(row.value))}`).join("");
      const name = number < 0 ? "" : A.placeLabel(A.places[number]);
      return [P.svg("path", { d: path, class: `line s${at}` }), ...points.map((row) => P.svg("circle", { cx: x(row.year), cy: y(Number(row.value)), r: 4, class: `dot s${at}` }, P.svg("title", {}, `${name} ${row.year}：${row.value}${row.unit}`)))];
    });
    const names = el("p", { className: "legend" }, ...chosen.flatMap(([number], at) => [el("i", { className: `swatch s${at}` }), P.place(number)]), found.size > LINES ? el("span", { className: "faint" }, say(`另有 ${found.size - LINES} 地见下表`, `${found.size - LINES} more places in the table`)) : "");
    return el("figure", {}, P.svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart wide", role: "img", "aria-label": say("历年数值", "Values by year") }, ...axis, ...drawn), names);
  };
  const short = (value) => (Math.abs(value) >= 1e8 ? `${+(value / 1e8).toPrecision(3)}${say("亿", "×10⁸")}` : Math.abs(value) >= 1e4 ? `${+(value / 1e4).toPrecision(3)}${say("万", "×10⁴")}` : String(+value.toPrecision(3)));
  const view = (id, params) => {
    const one = A.find("indicators", id);
    if (!one) return null;
    const rows = A.of("observations", "indicator", one.n);
    const units = [...new Map([...rows].map((row) => [row.unit, rows.filter((each) => each.unit === row.unit).length]))].sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
    const unit = params.has("unit") && units.includes(params.get("unit")) ? params.get("unit") : units[0];
    const menu = units.length > 1 ? P.select("unit", units.map((each) => [each, each || say("无单位", "no unit")]), unit, (value) => { location.hash = `${P.address("indicator", one.id)}?unit=${encodeURIComponent(value)}`; }, say("单位", "Unit")) : null;
    return [P.title(A.label(one), KG.say(one.en, one.en ? one.zh : "")), el("p", { className: "lead" }, A.word("curation", one.curated ? "curated" : "candidate"), " · ", unit ? say(`单位：${unit}`, `Unit: ${unit}`) : "", " ", menu || ""),
      chart(rows.filter((row) => row.unit === unit)), P.section("table", say("全部数据", "All figures"), table(rows, one.zh, "indicator"))].filter(Boolean);
  };
  return { list, view, table };
})();
