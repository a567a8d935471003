// Places: the list of them, and the page of one: what it ran and when, its honours, bodies, documents and figures.
const place = (() => {
  "use strict";
  const { el, say } = KG;
  const some = (name, one) => A.of(name, "place", one.n);
  const told = (one) => ["runs", "outcomes", "observations", "reports"].some((name) => some(name, one).length);
  const with_ = (runs, status) => new Set(runs.filter((run) => run.status === status).map((run) => run.programme)).size;
  const won = (rows) => rows.filter((row) => row.result === "won").length;
  const years = (one) => A.span(some("reports", one).map((report) => report.year));
  const byProgramme = (runs) => [...T.grouped(runs, (run) => run.programme)].map(([number, mine]) => ({ programme: A.programmes[number], runs: mine }));

  // --- all places ---
  const columns = () => [
    { head: say("地方", "Place"), value: (one) => one.path, show: (one) => named(one.n), wide: true },
    { head: say("层级", "Level"), value: (one) => A.word("place-level", one.level), show: (one) => el("span", {}, A.word("place-level", one.level)) },
    { head: say("代码", "Code"), value: (one) => one.code },
    { head: say("报告年份", "Years reported"), value: years },
    { head: say("项目", "Programmes"), value: (one) => T.distinct(some("runs", one), "programme"), number: true },
    ...P.STATUSES.map((status) => T.tally(A.word("status", status), (one) => with_(some("runs", one), status))),
    T.tally(say("获奖", "Won"), (one) => won(some("outcomes", one))), T.tally(say("指标数据", "Figures"), (one) => some("observations", one).length),
  ];
  // The name with what lies above it beside.
  const named = (number) => {
    const one = A.places[number];
    if (!one) return el("span", { className: "faint" }, say("地方不详", "Place unknown"));
    const at = one.path.lastIndexOf("/");
    return el("span", {}, P.link("place", one.id, A.placeLabel(one)), at < 0 ? "" : el("small", { className: "data above" }, one.path.slice(0, at).replaceAll("/", " · ")));
  };
  const LEVELS = ["province", "prefecture", "county", "township", "village"];
  const list = () => {
    const rows = A.places.filter(told).sort((a, b) => P.compare(a.path, b.path));
    const own = rows.filter((one) => some("reports", one).length);
    const count = (list, words) => `${words} ${P.number(list.length)}`;
    const options = [[count(own, say("有自己的报告", "With a report")), own], [count(rows, say("全部", "All")), rows],
      ...LEVELS.map((level) => [level, rows.filter((one) => one.level === level)]).filter(([, list]) => list.length).map(([level, list]) => [count(list, A.word("place-level", level)), list])];
    return [P.title(say("地方", "Places")), P.hint(say("数字是收录的报告里说到的；没有报告的地方，是别处的报告说到它。", "The counts are what the reports here say; a place without a report is spoken of in those of others.")),
      T.choices(options.filter(([, list]) => list.length), (list) => P.table({ name: "places", rows: list, columns: columns() }), say("选哪些地方", "Which places"))];
  };

  // --- one place ---
  const facts = (one) => {
    const { list, add } = T.facts();
    const chain = [];
    for (let at = one.above; at >= 0; at = A.places[at].above) chain.unshift(P.place(at));
    add(say("报告", "Reports"), T.gaps(one.n));
    add(say("属于", "In"), ...T.joined(chain));
    add(say("层级", "Level"), [one.level && A.word("place-level", one.level), one.code && say(`代码 ${one.code}`, `code ${one.code}`)].filter(Boolean).join(" · "));
    if (one.since || one.until) add(say("存续", "In being"), say(`${one.since || "……"} 至 ${one.until || "今"}`, `${one.since || "…"} to ${one.until || "now"}`));
    for (const change of A.changes.filter((each) => each.before.includes(one.n) || each.after.includes(one.n))) {
      add(change.date, A.word("place-change-kind", change.kind), say("：", ": "), ...T.joined(change.before.map(P.place), say("、", ", ")), " → ", ...T.joined(change.after.map(P.place), say("、", ", ")), change.source ? el("small", { className: "faint data" }, ` ${change.source}`) : "");
    }
    add(say("前身", "Once"), ...T.joined(kin(one, "after", "before").flatMap((number) => [el("span", {}, P.place(number), some("runs", A.places[number]).length ? say("（它的记录单列在下面）", " (its records stand apart, below)") : el("small", { className: "faint" }, say("（没有收录它的记录）", " (no record of it here)")))])));
    add(say("后来", "Now"), ...T.joined(kin(one, "before", "after").map(P.place)));
    add(say("下辖", "In it"), ...inside(one));
    return list;
  };
  const INSIDE = 12;
  const inside = (one) => {
    const heard = A.of("places", "above", one.n).filter((child) => told(child) || A.of("places", "above", child.n).some(told))
      .sort((a, b) => some("reports", b).length - some("reports", a).length || some("runs", b).length - some("runs", a).length || P.compare(a.path, b.path));
    const shown = (children) => children.flatMap((child, at) => [at ? " · " : "", P.place(child.n), some("runs", child).length ? el("i", { className: "n" }, ` ${T.distinct(some("runs", child), "programme")}`) : ""]).filter(Boolean);
    return [...shown(heard.slice(0, INSIDE)), heard.length > INSIDE ? el("details", {}, el("summary", {}, say(`另外 ${heard.length - INSIDE} 个`, `${heard.length - INSIDE} more`)), el("p", {}, ...shown(heard.slice(INSIDE)))) : ""];
  };

  // Where this place ran a programme in the first year of all that the reports here tell, and others came later.
  const ahead = (one) => byProgramme(some("runs", one)).map(({ programme }) => {
    const firsts = [...T.grouped(A.of("runs", "programme", programme.n).filter((run) => run.status === "implemented" && run.year && run.place >= 0), (run) => run.place)]
      .map(([number, runs]) => [number, A.known(runs)[0]]);
    const mine = firsts.find(([number]) => number === one.n);
    const later = mine ? firsts.filter(([, year]) => year > mine[1]).length : 0;
    return mine && later && firsts.every(([, year]) => year >= mine[1]) ? { programme, year: mine[1], later } : null;
  }).filter(Boolean).sort((a, b) => b.later - a.later || P.compare(a.programme.zh, b.programme.zh));
  const NEAREST = 6;
  const alike = (one) => {
    const mine = new Set(some("runs", one).map((run) => run.programme)), found = new Map();
    for (const number of mine) for (const other of new Set(A.of("runs", "programme", number).map((run) => run.place))) if (other >= 0 && other !== one.n) found.set(other, (found.get(other) || 0) + 1);
    return [...found].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEAREST);
  };
  const beside = (one) => {
    const parts = [], first = ahead(one), near = alike(one);
    if (some("outcomes", one).length) parts.push(el("div", { className: "aside" }, el("h3", {}, say("荣誉", "Honours")), honours(some("outcomes", one))));
    if (first.length) {
      parts.push(el("div", { className: "aside" }, el("h3", {}, say("比别处早", "Earlier than others"), el("small", {}, say("以收录的报告为限", "as far as the reports here tell"))),
        el("ul", { className: "plainlist" }, ...first.slice(0, 8).map((row) => el("li", {}, P.programme(row.programme), el("small", { className: "faint" }, say(` ${row.year} 年，其后 ${row.later} 地`, ` ${row.year}, then ${row.later} more`)))))));
    }
    if (near.length) {
      parts.push(el("div", { className: "aside unprinted" }, el("h3", {}, say("共同项目最多", "Most in common with"), el("small", {}, say("点开并排对比", "click to compare"))),
        el("p", { className: "links" }, ...near.map(([number, count]) => el("a", { className: "chip", href: `${P.address("place", one.id)}?with=${encodeURIComponent(A.places[number].id)}` }, T.data(A.placeLabel(A.places[number])), ` ${count}`)))));
    }
    return parts;
  };
  const EACH = 4;
  const honours = (rows) => el("div", {}, ...lists.byResult(rows).map(([result, mine]) => el("div", { className: "result" }, el("p", {}, lists.badge(result), el("i", { className: "n" }, ` ${mine.length}`)),
    el("ul", { className: "plainlist" }, ...mine.slice(0, EACH).map((row) => el("li", {}, P.link("award", A.series[row.series].id, row.award), el("small", { className: "faint data" }, [row.edition, row.rank, row.recipient].filter(Boolean).map((words) => ` ${words}`).join(" ·")), P.source(row, row.award))),
      mine.length > EACH ? el("li", { className: "faint" }, say(`另外 ${mine.length - EACH} 项见下表`, `${mine.length - EACH} more in the table below`)) : ""))));

  const KINDS = (one) => (one.curated ? say("词表里的项目", "In the vocabulary") : say("候选：只在报告里见过", "Candidates: seen in reports only"));
  const engagements = (one, runs, id, heading, ...before) => {
    const span = T.range([...runs, ...some("reports", one)].map((row) => row.year));
    const rows = byProgramme(runs).sort((a, b) => b.programme.curated - a.programme.curated || P.compare(A.first(a.runs), A.first(b.runs)) || P.compare(a.programme.zh, b.programme.zh));
    return P.section(id, heading, ...before, T.timeline({ heading: say("项目", "Programme"), years: span, missing: (year) => !T.reported(one.n, year),
      rows: rows.map((row) => ({ head: P.programme(row.programme), name: A.label(row.programme), names: T.names(row.programme), runs: row.runs, place: one.n, group: KINDS(row.programme), about: A.word("programme-kind", row.programme.kind) })) }),
      el("details", {}, el("summary", {}, say("列表与下载", "List and download")), P.table({ name: `${A.placeLabel(one)}-programmes`, rows: runs, columns: runColumns("programme"), step: 40 })));
  };
  const runColumns = (other) => [
    other === "programme" ? { head: say("项目", "Programme"), value: (run) => A.programmes[run.programme].zh, show: (run) => P.programme(A.programmes[run.programme]), wide: true }
      : { head: say("地方", "Place"), value: (run) => (run.place < 0 ? "" : A.places[run.place].path), show: (run) => P.place(run.place), wide: true },
    { head: say("年份", "Year"), value: (run) => run.year, number: true },
    { head: say("状态", "Status"), value: (run) => A.word("status", run.status), show: (run) => [P.mark(run.status), el("span", {}, ` ${A.word("status", run.status)}`)] },
    { head: say("类型", "Kind"), value: (run) => A.word("programme-kind", A.programmes[run.programme].kind), show: (run) => el("span", {}, A.word("programme-kind", A.programmes[run.programme].kind)) },
    T.source((run) => T.names(A.programmes[run.programme])), ...T.sentences(),
  ];
  // Places that this one came from or became, without itself.
  const kin = (one, from, to) => [...new Set(A.changes.filter((each) => each[from].includes(one.n)).flatMap((each) => each[to]).filter((number) => number !== one.n))];
  // What places ran that became part of this one: theirs, and told apart from it.
  const former = (one) => kin(one, "after", "before").map((number) => A.places[number]).filter((each) => some("runs", each).length).map((each) => engagements(each, some("runs", each), `before-${each.id}`,
      el("span", {}, say("前身 ", "Predecessor: "), T.data(A.placeLabel(each))),
      P.hint(say(`${A.placeLabel(each)}${each.until ? `在 ${each.until} ` : "后来"}并入或改设为${A.placeLabel(one)}；以下是它自己的记录，不计入上面。`, `It became (part of) this place${each.until ? ` on ${each.until}` : ""}; these are its own records, not counted above.`))));
  const lead = (one) => {
    const own = some("reports", one);
    const sources = new Set([...some("runs", one), ...some("outcomes", one), ...some("observations", one)].map(A.reportOf));
    if (own.length) return el("p", { className: "lead" }, say(`收录了它 ${years(one) || "年份不详"} 年的 ${own.length} 份报告。`, `${own.length} ${own.length === 1 ? "report" : "reports"} of its own here (${years(one) || "year unknown"}). `), say("没有报告的年份是缺口，不等于没有做。", "A year without a report is a gap, not a year in which nothing was done."));
    if (!sources.size) return el("p", { className: "lead" }, say("没有收录它自己的报告，别处的报告也没有说到它做了什么。", "No report of its own is here, and none of others says what it did."));
    return el("p", { className: "lead" }, say(`没有收录它自己的报告；以下出自别处的 ${sources.size} 份报告。`, `No report of its own is here; what follows is from ${sources.size} of others.`));
  };
  const counted = (one) => {
    const runs = some("runs", one);
    return T.counts(...P.STATUSES.map((status) => [with_(runs, status), A.word("status", status), "runs", status]), [won(some("outcomes", one)), say("获奖", "won"), "awards"],
      [some("outcomes", one).length, say("荣誉", "honours"), "awards"], [some("observations", one).length, say("指标数据", "figures"), "indicators"],
      [T.distinct(some("deeds", one), "body"), say("机构", "bodies"), "bodies"], [T.distinct(some("papers", one), "document"), say("文件", "documents"), "documents"]);
  };
  const below = (one) => {
    const part = (name, id, heading, make) => (some(name, one).length ? P.section(id, heading, make(some(name, one), `${A.placeLabel(one)}-${id}`, "place")) : null);
    const pair = [part("deeds", "bodies", say("机构", "Bodies"), lists.deeds), part("papers", "documents", say("文件", "Documents"), lists.papers)].filter(Boolean);
    return [part("outcomes", "awards", say("荣誉", "Honours"), lists.outcomes), part("observations", "indicators", say("指标数据", "Figures"), indicators.table), pair.length > 1 ? el("div", { className: "pair even" }, ...pair) : pair[0] || null];
  };
  const view = (id, params) => {
    const one = A.find("places", id) || A.find("paths", id);
    if (!one) return null;
    const other = params.get("with") && A.find("places", params.get("with"));
    if (other && other.n !== one.n) return compare.view(one, other);
    const runs = some("runs", one);
    return [T.title(A.placeLabel(one), one.path.includes("/") ? T.data(one.path.replaceAll("/", " · ")) : ""), lead(one),
      el("p", { className: "links" }, compare.chooser(one), T.network("place", one.id)), counted(one),
      el("div", { className: "sided" }, el("div", { className: "first" }, facts(one)),
        runs.length ? engagements(one, runs, "runs", say("改革与项目", "Programmes")) : P.section("runs", say("改革与项目", "Programmes"), P.empty(say("没有记录。", "Nothing recorded."))),
        el("div", { className: "rest" }, ...beside(one))),
      ...former(one), ...below(one)].filter(Boolean);
  };
  return { list, view, named, runColumns, byProgramme, some, with: with_, won, years };
})();
