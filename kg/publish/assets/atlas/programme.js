// Programmes: the list of them, and the page of one: what it is, who ran it and when, how it spread.
const programme = (() => {
  "use strict";
  const { el, say } = KG;
  const runsOf = (one) => A.of("runs", "programme", one.n);
  const placesOf = (runs) => T.distinct(runs, "place");
  const kindOf = (one) => A.word("programme-kind", one.kind);

  // --- all programmes ---
  const columns = () => [
    { head: say("项目", "Programme"), value: (one) => [one.zh, one.en].filter(Boolean).join(" · "), show: (one) => P.programme(one), wide: true },
    { head: say("类型", "Kind"), value: kindOf, show: (one) => el("span", {}, kindOf(one)) },
    { head: say("审定", "Curation"), value: T.curation, show: (one) => el("span", {}, T.curation(one)) },
    { head: say("地方数", "Places"), value: (one) => placesOf(runsOf(one)), number: true },
    { head: say("最早", "First"), value: (one) => A.first(runsOf(one)), number: true },
    ...P.STATUSES.map((status) => T.tally(A.word("status", status), (one) => placesOf(runsOf(one).filter((run) => run.status === status)))),
    { head: say("年份", "Years"), value: (one) => A.span(runsOf(one).map((run) => run.year)) },
  ];
  const list = () => {
    const rows = A.programmes.filter((one) => runsOf(one).length).sort((a, b) => b.curated - a.curated || placesOf(runsOf(b)) - placesOf(runsOf(a)) || P.compare(a.zh, b.zh));
    const curated = rows.filter((one) => one.curated), shared = rows.filter((one) => placesOf(runsOf(one)) > 1);
    const counted = (words, some) => [`${words} ${P.number(some.length)}`, some];
    const options = [counted(say("全部", "All"), rows), counted(say("词表里的", "In the vocabulary"), curated), counted(say("候选", "Candidates"), rows.filter((one) => !one.curated)), counted(say("两地以上", "Of two places or more"), shared),
      ...[...T.grouped(rows, (one) => one.kind)].sort((a, b) => b[1].length - a[1].length).map(([kind, some]) => counted(A.word("programme-kind", kind), some))];
    return [P.title(say("改革与项目", "Programmes")), P.hint(say("有虚线的是候选：只在报告里见过，词表里还没有。状态下面是地方数。", "Dotted: candidates, seen in reports and not yet in the vocabulary. Below each status: the number of places.")),
      T.choices(options.filter(([, some]) => some.length), (some) => P.table({ name: "programmes", rows: some, columns: columns() }), say("选哪些项目", "Which programmes"))];
  };

  // --- what one is ---
  const kin = (ids) => ids.map((id) => { const other = A.find("programmes", id); return other ? P.programme(other) : T.data(id); });
  const began = (one) => {
    const where = one.beganIn && A.find("paths", one.beganIn);
    return [one.beganYear && T.data(one.beganYear), one.beganLevel && A.word("place-level", one.beganLevel), one.beganIn && (where ? P.place(where.n) : T.data(one.beganIn))].filter(Boolean);
  };
  const document_ = (title) => (A.find("documents", title) ? P.link("document", title, title) : T.data(title));
  const rules = (one) => [...new Set(runsOf(one).map((run) => run.rule).filter(Boolean))].map((rule) => A.word("rule", rule));
  const facts = (one) => {
    const { list, add } = T.facts();
    add(say("是什么", "What it is"), one.definition || one.meaning ? el("span", { className: KG.say("", one.meaning ? "" : "data") }, say(one.definition, one.meaning || one.definition)) : "");
    add(say("类型", "Kind"), kindOf(one));
    add(say("审定", "Curation"), one.curated ? say("已审定：在词表里", "Curated: in the vocabulary") : say("候选：词表里没有，按语法认出", "Candidate: not in the vocabulary, recognised by grammar"),
      !one.curated && rules(one).length ? el("small", { className: "faint" }, say(`（${rules(one).join("、")}）`, ` (${rules(one).join(", ")})`)) : "");
    add(say("起源", "Began"), ...T.joined(began(one)));
    add(say("别名", "Also called"), one.aliases.length ? T.data(one.aliases.join("；")) : "");
    add(say("属于", "Part of"), ...T.joined(kin(one.broader)));
    add(say("包括", "Includes"), ...T.joined(A.programmes.filter((each) => each.broader.includes(one.id)).map(P.programme)));
    add(say("前身", "Follows"), ...T.joined(kin(one.former)));
    add(say("后继", "Followed by"), ...T.joined(A.programmes.filter((each) => each.former.includes(one.id)).map(P.programme)));
    add(say("依据", "Founded on"), ...T.joined(one.sources.map(document_)));
    return list;
  };

  // --- who came when ---
  const byPlace = (runs) => [...T.grouped(runs, (run) => run.place)]
    .map(([number, some]) => ({ number, runs: some, first: A.known(some.filter((run) => run.status === "implemented"))[0] || "" }))
    .sort((a, b) => P.compare(a.first || "9999", b.first || "9999") || P.compare(named(a.number), named(b.number)));
  const named = (number) => (number < 0 ? say("地方不详", "Place unknown") : A.placeLabel(A.places[number]));
  // All places that ran it so far, year by year; the darker part of a bar is those that are new in that year.
  const [WIDE, TALL, BASE] = [58, 142, 108];
  const adoption = (rows) => {
    const firsts = rows.map((row) => row.first).filter(Boolean), years = T.range(firsts);
    if (years.length < 2) return null;
    let sum = 0;
    const bars = years.map((year, at) => {
      const fresh = firsts.filter((each) => each === year).length;
      sum += fresh;
      return { year, fresh, sum, x: at * WIDE + 14 };
    });
    const scale = (value) => (value / sum) * (BASE - 26);
    const drawn = bars.flatMap(({ year, fresh, sum: all, x }) => [
      P.svg("rect", { x, y: BASE - scale(all), width: 36, height: scale(all), rx: 2, class: "bar sofar" }),
      P.svg("rect", { x, y: BASE - scale(all), width: 36, height: scale(fresh), rx: 2, class: "bar" }, P.svg("title", {}, say(`${year} 年新增 ${fresh} 地，累计 ${all} 地`, `${year}: ${fresh} new, ${all} so far`))),
      P.svg("text", { x: x + 18, y: BASE - scale(all) - 6, "text-anchor": "middle", class: "count" }, String(all)),
      P.svg("text", { x: x + 18, y: BASE + 16, "text-anchor": "middle" }, year), P.svg("text", { x: x + 18, y: BASE + 30, "text-anchor": "middle", class: "sum" }, fresh ? `+${fresh}` : "")]);
    const wide = years.length * WIDE;
    const about = bars.map(({ year, sum: all }) => `${year}: ${all}`).join(", ");
    return el("figure", {}, el("h3", {}, say("累计几个地方", "Places so far")), el("div", { className: "overflowing" }, P.svg("svg", { viewBox: `0 0 ${wide} ${TALL}`, width: wide, height: TALL, role: "img", "aria-label": say(`实施过的地方，逐年累计：${about}`, `Places that ran it, by year so far: ${about}`), class: "chart" }, ...drawn)),
      el("figcaption", {}, say("逐年累计有多少地方实施过；深色和“+”是当年首次见于报告的。", "Places that ran it so far, by year; dark and “+”: first reported that year.")));
  };
  // How many places say what in which year, over how many reports there are of that year at all.
  const over = (runs) => {
    const years = T.range(runs.map((run) => run.year));
    if (!years.length) return null;
    const some = (status, year) => runs.filter((run) => run.status === status && run.year === year);
    const most = Math.max(...P.STATUSES.flatMap((status) => years.map((year) => placesOf(some(status, year)))));
    const cell = (status) => (year) => {
      const count = placesOf(some(status, year));
      return el("td", {}, count ? el("span", { className: `amount ${status}`, style: `--part:${count / most}` }, String(count)) : "");
    };
    const rows = P.STATUSES.filter((status) => runs.some((run) => run.status === status)).map((status) => el("tr", {}, el("th", { scope: "row" }, P.mark(status), ` ${A.word("status", status)}`), ...years.map(cell(status))));
    return el("figure", {}, el("h3", {}, say("每年几个地方说到", "Places that say so, by year")), el("div", { className: "scroll whole" }, el("table", { className: "timeline amounts" },
      el("thead", {}, el("tr", {}, el("th", {}), ...years.map((year) => el("th", { scope: "col" }, year)))),
      el("tbody", {}, ...rows, el("tr", { className: "under" }, el("th", { scope: "row" }, say("收录的报告", "Reports here")), ...years.map((year) => el("td", {}, String(A.reports.filter((report) => report.year === year).length))))))));
  };
  const MOST = 3;
  const lead = (rows) => {
    const ran = rows.filter((row) => row.first);
    if (!ran.length) return say("收录的报告里还没有地方说已实施。", "No place is reported to have run it yet.");
    const firsts = ran.filter((row) => row.first === ran[0].first);
    const names = firsts.slice(0, MOST).map((row) => named(row.number)).join(say("、", ", ")) + (firsts.length > MOST ? say(`等 ${firsts.length} 地`, ` and ${firsts.length - MOST} more`) : "");
    return say(`${ran.length} 个地方实施过；收录的报告里，最早是 ${ran[0].first} 年的${names}。`, `${T.many(ran.length, "", "place")} ran it; in the reports here the first was ${names} in ${ran[0].first}.`);
  };
  const evidence = (one, runs) => {
    const sorted = [...runs].sort((a, b) => P.compare(a.year, b.year) || a.sentence - b.sentence);
    return P.section("evidence", say("原文", "Sentences"),
      T.choices(T.kinds(sorted, (run) => run.status, (status) => A.word("status", status), { marked: P.mark }), (some) => T.quotes(some, T.names(one)), say("选哪种状态", "Which status")),
      el("details", {}, el("summary", {}, say("列表与下载", "List and download")), P.table({ name: `${one.zh}-evidence`, rows: sorted, columns: place.runColumns("place"), step: 40 })));
  };
  const view = (id) => {
    const one = A.find("programmes", id);
    if (!one) return null;
    const runs = runsOf(one), rows = byPlace(runs), prizes = A.of("outcomes", "programme", one.id);
    const years = T.range(runs.map((run) => run.year));
    return [T.heading(one),
      el("p", { className: "lead data" }, lead(rows)), el("p", { className: "links" }, T.network("programme", one.id)),
      T.counts(...P.STATUSES.map((status) => [placesOf(runs.filter((run) => run.status === status)), say(`${A.word("status", status)}的地方`, `places: ${A.word("status", status)}`), "adoption", status]),
        [A.first(runs), say("最早年份", "first year"), "adoption"], [new Set(runs.map(A.reportOf)).size, say("提到它的报告", "reports that name it"), "evidence"], [prizes.length, say("所获荣誉", "honours"), "awards"]),
      el("div", { className: "sided" }, el("div", { className: "first" }, facts(one)),
        el("div", {}, rows.length ? P.section("adoption", say("谁先谁后", "Who came first"), el("div", { className: "charts" }, adoption(rows), over(runs)),
          T.timeline({ heading: say("地方", "Place"), years, rows: rows.map((row) => ({ head: place.named(row.number), name: `${named(row.number)} · ${A.label(one)}`, names: T.names(one), runs: row.runs, place: row.number })) })) : P.empty(say("报告里还没有提到。", "No report names it yet.")))),
      runs.length ? evidence(one, runs) : null,
      prizes.length ? P.section("awards", say("所获荣誉", "Honours"), lists.outcomes(prizes, `${one.zh}-awards`, "programme")) : null].filter(Boolean);
  };
  return { list, view };
})();
