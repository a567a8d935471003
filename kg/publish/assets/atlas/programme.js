// One programme: what it is, who ran it and when, how it spread.
const programme = (() => {
  "use strict";
  const { el, say } = KG;
  const list = () => [P.title(say("改革与项目", "Programmes")), P.hint(say("斜体是候选：只在报告里见过，词表里还没有。", "In italics: candidates, seen in reports and not yet in the vocabulary.")),
    P.table({ name: "programmes", rows: A.programmes.filter((one) => A.of("runs", "programme", one.n).length), columns: [
      { head: say("项目", "Programme"), value: (one) => [one.zh, one.en].filter(Boolean).join(" · "), show: (one) => P.programme(one), wide: true },
      { head: say("类型", "Kind"), value: (one) => A.word("programme-kind", one.kind) },
      { head: say("审定", "Curation"), value: (one) => A.word("curation", one.curated ? "curated" : "candidate") },
      { head: say("地方数", "Places"), value: (one) => new Set(A.of("runs", "programme", one.n).map((run) => run.place)).size, number: true },
      { head: say("记录", "Engagements"), value: (one) => A.of("runs", "programme", one.n).length, number: true },
      { head: say("最早", "First"), value: (one) => A.first(A.of("runs", "programme", one.n)), number: true },
      { head: say("状态", "Status"), value: (one) => P.told(A.of("runs", "programme", one.n)), show: (one) => P.byStatus(A.of("runs", "programme", one.n)).flatMap(([status, some]) => [P.mark(status), el("i", { className: "n" }, String(some.length)), " "]) },
    ], sort: null })];
  const facts = (one) => {
    const rows = [];
    const add = (head, ...nodes) => { if (nodes.some(Boolean)) rows.push(el("dt", {}, head), el("dd", { className: "data" }, ...nodes)); };
    const joined = (nodes) => nodes.flatMap((node, at) => (at ? [" · ", node] : [node]));
    const kin = (ids) => ids.map((id) => { const other = A.find("programmes", id); return other ? P.programme(other) : id; });
    add(say("是什么", "What it is"), KG.say(one.definition, one.meaning || one.definition));
    add(say("类型", "Kind"), A.word("programme-kind", one.kind), " · ", A.word("curation", one.curated ? "curated" : "candidate"));
    add(say("起源", "Began"), [one.beganYear, one.beganLevel && A.word("place-level", one.beganLevel), one.beganIn].filter(Boolean).join(" · "));
    add(say("别名", "Also called"), one.aliases.join(say("；", "; ")));
    add(say("属于", "Part of"), ...joined(kin(one.broader)));
    add(say("包括", "Includes"), ...joined(A.programmes.filter((each) => each.broader.includes(one.id)).map(P.programme)));
    add(say("前身", "Follows"), ...joined(kin(one.former)));
    add(say("后继", "Followed by"), ...joined(A.programmes.filter((each) => each.former.includes(one.id)).map(P.programme)));
    add(say("依据", "Founded on"), one.sources.join(say("；", "; ")));
    return el("dl", { className: "facts" }, ...rows);
  };
  // New places a year as bars, all so far as a line of figures: a place counts from the first year in which it is said to run.
  const adoption = (rows) => {
    const firsts = rows.map((row) => A.known(row.runs.filter((run) => run.status === "implemented"))[0]).filter(Boolean);
    const years = [...new Set(firsts)].sort();
    if (years.length < 2) return null;
    const [from, to] = [Number(years[0]), Number(years[years.length - 1])];
    const span = Array.from({ length: Math.min(60, to - from + 1) }, (_, n) => String(from + n));
    const fresh = span.map((year) => firsts.filter((each) => each === year).length);
    const [width, height, base] = [Math.max(span.length * 56, 120), 116, 86];
    const top = Math.max(...fresh);
    let sum = 0;
    const bars = span.flatMap((year, at) => {
      sum += fresh[at];
      const [x, tall] = [at * 56 + 12, (fresh[at] / top) * 62];
      return [P.svg("rect", { x, y: base - tall, width: 32, height: tall, rx: 2, class: "bar" }), fresh[at] ? P.svg("text", { x: x + 16, y: base - tall - 5, "text-anchor": "middle", class: "count" }, `+${fresh[at]}`) : "",
        P.svg("text", { x: x + 16, y: base + 14, "text-anchor": "middle" }, year), P.svg("text", { x: x + 16, y: base + 27, "text-anchor": "middle", class: "sum" }, say(`共 ${sum}`, `${sum} in all`))];
    });
    return el("figure", {}, P.svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": say("历年新增实施的地方", "Places that began, by year"), class: "chart" }, ...bars.filter(Boolean)),
      el("figcaption", {}, say("每年首次见于报告“已实施”的地方数；没有收录的报告不会在这里。", "Places first reported to run it, by year; reports that are not here cannot show.")));
  };
  const view = (id) => {
    const one = A.find("programmes", id);
    if (!one) return null;
    const runs = A.of("runs", "programme", one.n);
    const found = new Map();
    for (const run of runs) { if (!found.has(run.place)) found.set(run.place, []); found.get(run.place).push(run); }
    const rows = [...found].map(([number, some]) => ({ number, runs: some, first: A.known(some.filter((run) => run.status === "implemented"))[0] || "9999" }))
      .sort((a, b) => P.compare(a.first, b.first) || P.compare(a.number < 0 ? "" : A.places[a.number].path, b.number < 0 ? "" : A.places[b.number].path));
    const ran = rows.filter((row) => row.first !== "9999");
    const lead = ran.length ? say(`${ran.length} 个地方实施过，最早见于 ${ran[0].first} 年${A.places[ran[0].number] ? `的${A.placeLabel(A.places[ran[0].number])}` : ""}。`, `${ran.length} ${ran.length === 1 ? "place" : "places"} ran it, first ${A.places[ran[0].number] ? A.placeLabel(A.places[ran[0].number]) : ""} in ${ran[0].first}.`) : say("还没有地方报告已实施。", "No place is reported to have run it yet.");
    const named = (number) => (number < 0 ? say("地方不详", "Place unknown") : A.placeLabel(A.places[number]));
    const prizes = A.of("outcomes", "programme", one.id);
    return [P.title(A.label(one), KG.say(one.en, one.en ? one.zh : "")), el("p", { className: "lead" }, lead, " ", el("a", { className: "chip", href: `network.html#q=${encodeURIComponent(one.zh)}` }, say("在网络图中看", "See in the network"))),
      facts(one), adoption(rows),
      rows.length ? P.section("adoption", say("各地各年", "Places and years"), P.legend(), P.timeline(rows.map((row) => ({ head: P.place(row.number), name: `${named(row.number)} · ${one.zh}`, runs: row.runs })), say("地方", "Place"))) : null,
      prizes.length ? P.section("awards", say("所获荣誉", "Honours"), lists.outcomes(prizes, `${one.zh}-awards`, "programme")) : null,
      runs.length ? P.section("evidence", say("证据", "Evidence"), quotes(runs, one)) : null].filter(Boolean);
  };
  const SHOWN = 12;
  const quotes = (runs, one) => {
    const box = el("div", { className: "tabled" });
    P.table;
    box.append(P.table({ name: `${one.zh}-evidence`, rows: runs, columns: place.runColumns("place"), step: SHOWN * 2 }));
    return box;
  };
  return { list, view };
})();
