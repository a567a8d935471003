// The legend is the filter: each shape, each kind of line and each year can be switched off, or the others with one click.
(() => {
  "use strict";
  const { data, say, word, el } = KG;
  const { TYPES, STATUSES, years, wanted } = NET;
  const byId = (id) => document.getElementById(id);
  const SVG = "http://www.w3.org/2000/svg";
  const svg = (tag, attributes, ...children) => {
    const made = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  };
  const OUTLINES = {
    hexagon: "M4 0h8l4 8-4 8H4L0 8Z",
    star: "M8 0l2.4 5.4 5.8.6-4.4 3.9 1.3 5.8L8 12.7l-5.1 3 1.3-5.8L-.2 6l5.8-.6Z",
    square: "M2 2h12v12H2Z",
    dot: "M8 2a6 6 0 1 0 .01 0Z",
  };
  const shape = (type) => svg("svg", { width: 16, height: 16, viewBox: "-1 -1 18 18", "aria-hidden": "true" },
    svg("path", { d: OUTLINES[data.styles[type].shape], fill: data.styles[type].color }));
  const stroke = ({ color, dashes }) => svg("svg", { width: 34, height: 10, "aria-hidden": "true" },
    svg("line", { x1: 0, x2: 34, y1: 5, y2: 5, "stroke-width": 2.5, stroke: color, "stroke-dasharray": (dashes || []).join(" ") }));
  const all = { types: TYPES, statuses: STATUSES, years };
  const nameOf = (value) => (value === "" ? say("未注明", "not told") : /^\d+$/.test(value) ? value : word(value));

  let shownCounts = [];
  const apply = () => {
    NET.filter();
    byId("legend").querySelectorAll("input").forEach((input) => { input.checked = wanted[input.dataset.group].has(input.value); });
    count();
    NET.refresh();
  };
  const count = () => {
    const found = NET.counts();
    shownCounts.forEach(([group, value, place]) => { place.textContent = String(found[group].get(value) || 0); });
    const totals = TYPES.map((type) => `${word(type)} ${found.types.get(type) || 0}`).join(say("，", ", "));
    byId("mynetwork").setAttribute("aria-label", say(`网络图：${totals}。方向键移动，加减号缩放，0 看全图；用搜索选中某一个。`,
      `Network: ${totals}. Arrow keys move, plus and minus zoom, 0 shows all; search chooses one.`));
  };
  const row = (group, value, picture) => {
    const number = el("b", {});
    shownCounts.push([group, value, number]);
    const input = el("input", { type: "checkbox", value, checked: wanted[group].has(value), on: { change: (event) => {
      if (event.target.checked) wanted[group].add(value); else wanted[group].delete(value);
      apply();
    } } });
    input.dataset.group = group;
    const only = el("button", { className: "only", type: "button", "aria-label": say(`只看${nameOf(value)}`, `Only ${nameOf(value)}`), on: { click: () => {
      const alone = wanted[group].size === 1 && wanted[group].has(value);
      wanted[group] = new Set(alone ? all[group] : [value]);
      if (group === "types" && !alone) wanted[group].add("place"); // without places nothing hangs together
      apply();
    } } }, say("只看", "only"));
    return el("div", { className: "row" }, el("label", {}, input, picture, el("span", {}, nameOf(value)), number), only);
  };
  const group = (title, ...rows) => el("fieldset", {}, el("legend", {}, title), ...rows);
  const legend = () => {
    shownCounts = [];
    byId("legend").replaceChildren(
      group(say("类型（图形）", "Types (shapes)"), ...TYPES.map((type) => row("types", type, shape(type)))),
      group(say("状态（连线）", "Status (lines)"), ...STATUSES.map((status) => row("statuses", status, stroke(data.statuses[status]))),
        el("div", { className: "row key" }, stroke(data.part), el("span", {}, word("part")))),
      group(say("年份", "Years"), ...years.map((year) => row("years", year, ""))),
      el("button", { className: "chip reset", on: { click: () => { NET.showAll(); NET.whole(); } } }, say("恢复全部", "Show all")),
      el("p", {}, say("图形越大，与它相连的越多；居中的是多地共有的。把鼠标放在连线或图形上看依据，点一下看全部原句；滚轮或双指缩放，放大后显示更多名称。",
        "The bigger, the better connected; what several places share stands between them. Point at a line or a shape for its evidence, click for every sentence; scroll or pinch to zoom, closer up more names show.")));
    count();
  };

  // --- what the page is about, and what it leaves out --------------------------------------------------------------------
  const about = () => {
    const { about: asked } = data;
    const names = asked ? asked.names.slice(0, 3).join(say("、", ", ")) + (asked.names.length > 3 ? say(`等 ${asked.names.length} 个`, ` and ${asked.names.length - 3} more`) : "") : "";
    const parts = asked ? [names, asked.year, asked.status && word(asked.status),
      asked.hops && say(`${asked.hops} 步以内`, `within ${asked.hops} steps`)] : [];
    byId("about").textContent = [say("关系网络", "Network"), ...parts.filter(Boolean)].join(" · ");
  };
  const tell = (words) => { byId("note").textContent = words; byId("note").hidden = !words; };
  const note = () => {
    const gone = Object.entries(data.omitted);
    const total = gone.reduce((sum, [, number]) => sum + number, 0);
    const kinds = gone.map(([type, number]) => `${word(type)} ${number}`).join(say("、", ", "));
    const lonely = data.about ? data.about.lonely : 0;
    tell(!total && lonely ? say(`最外一步只画至少两地共有的；另有 ${lonely} 个只与其中一地相连，没有画，用 --hops ${data.about.hops + 1} 可以画出。`,
      `The last step draws only what two places share; ${lonely} more hang on one of them and are left out: --hops ${data.about.hops + 1} draws them.`) : total ? say(`图中略去了联系最少的 ${total} 个（${kinds}）。要看全某地或某项目，运行 kg network --place 地名 或 --programme 项目名，加 -o 页面.html；全部事实见表格和 graph.ttl。`,
      `The ${total} least connected are left out (${kinds}). For all of a place or a programme run kg network --place NAME or --programme NAME with -o page.html; the tables and graph.ttl have every fact.`) : "");
  };
  const opener = byId("open-legend");
  const toggle = (open) => {
    byId("legend").classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("click", () => toggle(!byId("legend").classList.contains("open")));
  network.on("click", () => toggle(false));
  KG.onLanguage(() => { legend(); about(); note(); NET.refresh(); NET.redraw(); });
  Object.assign(NET, { shape, tell, showAll: () => { NET.resetFilters(); apply(); } });
})();
