// Search: what is found lights up while one types; arrow keys choose, Enter goes there, Escape ends it.
(() => {
  "use strict";
  const { data, say, word, el } = KG;
  const { importance, typeOf, nameOf, shortOf, hiddenNodes } = NET;
  const box = document.getElementById("search");
  const found = document.getElementById("found");
  const MOST = 40;
  let hits = [];
  let at = -1;
  // Names are compared as people type them: without quotation marks, brackets and spaces.
  const bare = (text) => text.toLowerCase().replace(/[\s"'“”‘’「」『』《》〈〉()（）·、,，-]/g, "");
  const bareNames = data.nodes.map(([type, name, , , en]) => [bare(type === "place" ? name.split("/").pop() : name), bare(name), bare(en)]);
  const rank = (id, needle) => {
    const names = bareNames[id];
    if (names.includes(needle)) return 0;
    if (names.some((name) => name.startsWith(needle))) return 1;
    return names.some((name) => name.includes(needle)) ? 2 : 3;
  };
  const search = (words) => {
    const needle = bare(words);
    if (!needle) return [];
    const ranked = importance.map((id, index) => [rank(id, needle), index, id]).filter(([how]) => how < 3);
    return ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , id]) => id);
  };
  const shut = () => { found.hidden = true; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const option = (id, index) => el("li", { role: "option", id: `hit-${index}`, "aria-selected": String(index === at),
    on: { mousedown: (event) => { event.preventDefault(); pick(id); } } }, NET.shape(typeOf(id)), el("span", { className: "data" }, nameOf(id)),
  el("small", {}, hiddenNodes.has(id) ? say("已筛掉", "filtered out") : word(typeOf(id))));
  const list = () => {
    found.replaceChildren(...(hits.length ? hits.slice(0, MOST).map(option) : [el("li", { className: "none" }, say("没有找到", "Nothing found"))]));
    found.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!found.hidden));
    const chosen = found.children[at];
    if (!chosen) return;
    box.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  };
  const pick = (id) => { shut(); box.value = shortOf(id); NET.choose(id, true); };
  const look = () => {
    hits = search(box.value);
    at = -1;
    const lit = hits.filter((id) => !hiddenNodes.has(id));
    document.getElementById("details").hidden = true;
    NET.focus = lit.length ? { chosen: lit.slice(0, 12), nodes: new Set(lit), edges: new Set() } : null;
    list();
    NET.redraw();
  };
  box.addEventListener("input", look);
  box.addEventListener("blur", shut);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter ends the spelling of a Chinese word first
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const last = Math.min(hits.length, MOST) - 1;
      at = Math.max(0, Math.min(last, at + (event.key === "ArrowDown" ? 1 : -1)));
      list();
      event.preventDefault();
    } else if (event.key === "Enter" && hits.length) pick(hits[Math.max(0, at)]);
    else if (event.key === "Escape") { box.value = ""; shut(); NET.clear(); }
  });
  addEventListener("keydown", (event) => {
    if (document.activeElement === box) return;
    if (event.key === "/" && !event.ctrlKey && !event.metaKey) { box.focus(); box.select(); event.preventDefault(); }
    if (event.key === "Escape") NET.clear();
  });
  NET.search = search;
})();
