// Addresses, the search box, the language: what holds the views together.
(() => {
  "use strict";
  const { el, say } = KG;
  const stage = document.getElementById("stage");
  const VIEWS = {
    "": () => overview.view(), reports: () => overview.all(), matrix: (_, params) => matrix.view(params),
    places: () => place.list(), place: (id, params) => place.view(id, params), programmes: () => programme.list(), programme: (id) => programme.view(id),
    awards: () => lists.awards(), award: (id) => lists.award(id), bodies: () => lists.bodies(), body: (id) => lists.body(id), documents: () => lists.documents(), document: (id) => lists.document(id),
    report: (id) => lists.report(id), indicators: () => indicators.list(), indicator: (id, params) => indicators.view(id, params), questions: (id) => questions.view(id),
  };
  const SECTION = { place: "places", programme: "programmes", award: "awards", indicator: "indicators", document: "documents", report: "reports", body: "bodies" };
  const decoded = (words) => { try { return decodeURIComponent(words); } catch { return words; } };
  const route = () => {
    const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
    const [name, ...rest] = path.split("/");
    return { name, id: decoded(rest.join("/")), params: new URLSearchParams(query || "") };
  };
  const missing = (id) => [P.title(say("这里没有", "Not here")), P.empty(say(`图谱里没有“${id}”。用上面的搜索找一找。`, `The graph has no “${id}”. Try the search above.`))];
  let last = null;
  const show = (focus) => {
    const { name, id, params } = route();
    const nodes = ((Object.hasOwn(VIEWS, name) && VIEWS[name](id, params)) || missing(id || name)).filter(Boolean);
    const drawer = document.getElementById("drawer");
    if (drawer.open) drawer.close();
    stage.replaceChildren(...nodes);
    stage.className = name || "overview";
    document.querySelectorAll("#menu a").forEach((link) => {
      if (link.dataset.view === (SECTION[name] || name)) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
    const heading = stage.querySelector("h1");
    document.title = name && heading ? `${heading.firstChild.textContent} · ${say("法治政府建设知识图谱", "Law-based Government Graph")}` : say("法治政府建设知识图谱", "Law-based Government Graph");
    if (focus) { scrollTo(0, 0); if (heading) heading.focus({ preventScroll: true }); }
    last = location.hash;
  };

  // --- search: one box for everything that has a name ---
  const box = document.getElementById("search"), found = document.getElementById("found");
  const MOST = 12;
  const KINDS = [["place", A.places, (one) => one.path, (one) => one.id], ["programme", A.programmes, (one) => [one.zh, one.en, ...one.aliases].join(" "), (one) => one.id],
    ["indicator", A.indicators, (one) => `${one.zh} ${one.en}`, (one) => one.id], ["award", A.series, (one) => `${one.zh} ${one.en}`, (one) => one.id], ["document", A.documents, (one) => one.zh, (one) => one.zh], ["report", A.reports, (one) => one.title, (one) => one.source]];
  const NAMES = { place: ["地方", "place"], programme: ["项目", "programme"], indicator: ["指标", "indicator"], award: ["荣誉", "honour"], document: ["文件", "document"], report: ["报告", "report"] };
  const entries = (() => {
    let made = null;
    return () => made || (made = KINDS.flatMap(([kind, some, text, id]) => some.map((one) => ({ kind, id: id(one), words: kind === "place" ? one.path : one.title || A.label(one), low: text(one).toLowerCase(), weight: one.curated ? 1 : 0 }))));
  })();
  const search = (wish) => {
    const words = wish.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const rank = (entry) => {
      const name = entry.kind === "place" ? entry.low.slice(entry.low.lastIndexOf("/") + 1) : entry.low;
      return (name === words[0] ? 0 : name.startsWith(words[0]) ? 1 : name.includes(words[0]) ? 2 : 3) - entry.weight * 0.5;
    };
    return entries().filter((entry) => words.every((word) => entry.low.includes(word))).map((entry) => [rank(entry), entry])
      .sort((a, b) => a[0] - b[0] || a[1].words.length - b[1].words.length || P.compare(a[1].words, b[1].words)).slice(0, MOST).map(([, entry]) => entry);
  };
  let chosen = -1;
  const suggest = () => {
    const some = search(box.value);
    chosen = some.length ? 0 : -1;
    found.replaceChildren(...(some.length ? some.map((entry, at) => el("li", { role: "option", id: `found-${at}`, ariaSelected: String(at === chosen), on: { pointerdown: (event) => { event.preventDefault(); go(entry); } } },
      el("small", {}, say(...NAMES[entry.kind])), el("span", { className: "data" }, entry.words)))
      : box.value.trim() ? [el("li", { className: "none" }, say("没有找到", "Nothing found"))] : []));
    found.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!found.hidden));
    found.entries_ = some;
  };
  const go = (entry) => { box.value = ""; suggest(); box.blur(); location.hash = P.address(entry.kind, entry.id); };
  const choose = (by) => {
    const items = [...found.querySelectorAll("[role=option]")];
    if (!items.length) return;
    chosen = (chosen + by + items.length) % items.length;
    items.forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    items[chosen].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", items[chosen].id);
  };
  box.addEventListener("input", suggest);
  box.addEventListener("blur", () => { found.hidden = true; });
  box.addEventListener("focus", suggest);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); choose(event.key === "ArrowDown" ? 1 : -1); }
    if (event.key === "Enter" && chosen >= 0) go(found.entries_[chosen]);
    if (event.key === "Escape") { box.value = ""; suggest(); }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); box.focus(); }
  });
  document.getElementById("drawer").addEventListener("click", (event) => { if (event.target.id === "drawer" || event.target.closest("a")) event.currentTarget.close(); });
  addEventListener("hashchange", () => { if (location.hash !== last) show(true); });
  KG.onLanguage(() => show(false));
  KG.start();
})();
