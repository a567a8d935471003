// Search, filters, labels and the panel of evidence around the drawing that pyvis made (globals: network, nodes, edges).
(() => {
  "use strict";
  const { data, say, word, el, marked } = KG;
  const byId = (id) => document.getElementById(id);
  const TYPES = ["place", "programme", "award", "body"];
  const STATUSES = Object.keys(data.statuses);
  const drawn = nodes.get();
  const lines = edges.get();
  const touching = drawn.map(() => []);
  lines.forEach((line) => { touching[line.from].push(line.id); touching[line.to].push(line.id); });
  const typeOf = (id) => data.nodes[id][0];
  const nameOf = (id) => data.nodes[id][1];
  const shortOf = (id) => drawn[id].label;
  const thingOf = (line) => (typeOf(line.from) === "place" ? line.to : line.from);
  const other = (line, id) => (line.from === id ? line.to : line.from);
  const hiddenNodes = new Set();
  const hiddenEdges = new Set();
  const wanted = { types: new Set(TYPES), statuses: new Set(STATUSES), year: "" };
  let focus = null; // { nodes: Set, edges: Set }: what stands out, everything else is veiled
  let hovered = null;
  let untouched = true; // nobody has moved the view yet, so it may be fitted to a new size
  let colours = {};

  // --- statements -----------------------------------------------------------------------------------------------------
  const seen = (statement) => (!wanted.year || statement[1] === wanted.year) &&
    (!STATUSES.includes(statement[0]) || wanted.statuses.has(statement[0]));
  const statementsOf = (line) => data.statements[line.id].filter(seen);
  const isPart = (line) => data.statements[line.id].length === 0;
  const summaryOf = (statements) => {
    const years = new Map();
    statements.forEach(([status, year]) => years.set(status, (years.get(status) || new Set()).add(year)));
    return [...years].map(([status, set]) => [status, [...set].filter(Boolean).join("、")]);
  };

  // --- filters --------------------------------------------------------------------------------------------------------
  const edgeWanted = (line) => {
    if (!wanted.types.has(typeOf(line.from)) || !wanted.types.has(typeOf(line.to))) return false;
    return isPart(line) || statementsOf(line).length > 0;
  };
  const filter = () => {
    const shown = new Set();
    const edgeChanges = [];
    lines.forEach((line) => {
      const hide = !edgeWanted(line);
      if (!isPart(line) && statementsOf(line).length) { shown.add(line.from); shown.add(line.to); }
      const style = hide || isPart(line) ? null : data.statuses[best(statementsOf(line))];
      if (hide !== hiddenEdges.has(line.id) || (style && style.color + data.opacity !== line.color)) {
        if (style) { line.color = style.color + data.opacity; line.dashes = style.dashes; }
        edgeChanges.push({ id: line.id, hidden: hide, color: line.color, dashes: line.dashes });
      }
      if (hide) hiddenEdges.add(line.id); else hiddenEdges.delete(line.id);
    });
    const nodeChanges = [];
    drawn.forEach(({ id }) => {
      const hide = !(wanted.types.has(typeOf(id)) && (typeOf(id) === "place" || shown.has(id)));
      if (hide !== hiddenNodes.has(id)) nodeChanges.push({ id, hidden: hide });
      if (hide) hiddenNodes.add(id); else hiddenNodes.delete(id);
    });
    edges.update(edgeChanges);
    nodes.update(nodeChanges);
  };
  const best = (statements) => STATUSES.find((status) => statements.some((statement) => statement[0] === status));

  // --- legend ---------------------------------------------------------------------------------------------------------
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
  const stroke = (status) => svg("svg", { width: 34, height: 10, "aria-hidden": "true" },
    svg("line", { x1: 0, x2: 34, y1: 5, y2: 5, "stroke-width": 2.5, stroke: data.statuses[status].color,
      "stroke-dasharray": (data.statuses[status].dashes || []).join(" ") }));
  const toggle = (set, value, picture, count) => el("label", {},
    el("input", { type: "checkbox", checked: set.has(value), on: { change: (event) => {
      if (event.target.checked) set.add(value); else set.delete(value);
      filter();
    } } }), picture, word(value), el("b", {}, String(count)));
  const years = [...new Set(data.statements.flat().map((statement) => statement[1]))].filter(Boolean).sort();
  const countStatus = (status) => data.statements.filter((said) => said.some((statement) => statement[0] === status)).length;
  const legend = () => {
    const picker = el("select", { "aria-label": say("年份", "Year"), on: { change: (event) => { wanted.year = event.target.value; filter(); } } },
      el("option", { value: "" }, say("全部年份", "All years")), ...years.map((year) => el("option", { value: year, selected: year === wanted.year }, year)));
    byId("legend").replaceChildren(
      el("h2", {}, say("类型", "TYPES")),
      ...TYPES.map((type) => toggle(wanted.types, type, shape(type), data.nodes.filter((node) => node[0] === type).length)),
      el("h2", {}, say("状态（连线）", "STATUS (LINES)")),
      ...STATUSES.map((status) => toggle(wanted.statuses, status, stroke(status), countStatus(status))),
      el("h2", {}, say("年份", "YEAR")), picker,
      el("button", { className: "chip reset", on: { click: reset } }, say("恢复全部", "Show all")),
      el("p", {}, say("图形越大，与它相连的越多。把鼠标放在连线上看依据，点任意图形看全部原句；滚轮或双指缩放。",
        "The bigger, the better connected. Point at a line for its evidence, click anything for all sentences; scroll or pinch to zoom.")));
    const note = byId("note");
    note.hidden = !data.omitted;
    note.textContent = say(`图中略去了 ${data.omitted} 个联系最少的节点；全部事实见 tables 文件夹和 graph.ttl。`,
      `${data.omitted} least connected nodes are left out; tables and graph.ttl have everything.`);
  };
  const reset = () => {
    wanted.types = new Set(TYPES); wanted.statuses = new Set(STATUSES); wanted.year = "";
    clear(); legend(); filter(); untouched = true; fit();
  };

  // --- labels: like those of a map, none over another, the important first -------------------------------------------------
  const FONT = getComputedStyle(document.body).fontFamily;
  const importance = drawn.map(({ id }) => id).sort((a, b) =>
    (typeOf(b) === "place") - (typeOf(a) === "place") || drawn[b].size - drawn[a].size || a - b);
  const wrapped = new Map();
  const linesOf = (id, whole) => {
    const key = whole ? -1 - id : id;
    if (!wrapped.has(key)) {
      const letters = [...shortOf(id)];
      const width = whole ? 16 : 9;
      const most = whole ? 6 : 2;
      const found = [];
      for (let at = 0; at < letters.length && found.length < most; at += width) found.push(letters.slice(at, at + width).join(""));
      if (letters.length > width * most) found[most - 1] = found[most - 1].slice(0, -1) + "…";
      wrapped.set(key, found);
    }
    return wrapped.get(key);
  };
  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    colours = Object.fromEntries(["ground", "ink", "soft"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  };
  const project = (canvas) => {
    const scale = network.getScale();
    const centre = network.getViewPosition();
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    return { scale, width, height, of: (id) => [(drawn[id].x - centre.x) * scale + width / 2, (drawn[id].y - centre.y) * scale + height / 2] };
  };
  const CELL = 48;
  const makeGround = () => {
    const cells = new Map();
    const over = (box) => {
      for (let x = Math.floor(box[0] / CELL); x <= box[2] / CELL; x += 1) {
        for (let y = Math.floor(box[1] / CELL); y <= box[3] / CELL; y += 1) {
          for (const had of cells.get(x * 4099 + y) || []) {
            if (box[0] < had[2] && had[0] < box[2] && box[1] < had[3] && had[1] < box[3]) return true;
          }
        }
      }
      return false;
    };
    const put = (box) => {
      for (let x = Math.floor(box[0] / CELL); x <= box[2] / CELL; x += 1) {
        for (let y = Math.floor(box[1] / CELL); y <= box[3] / CELL; y += 1) {
          const key = x * 4099 + y;
          if (!cells.has(key)) cells.set(key, []);
          cells.get(key).push(box);
        }
      }
    };
    return { over, put };
  };
  // Below the shape if there is room, else to its right, else above it.
  const SPOTS = [
    (x, y, gap, width, height) => [x - width / 2, y + gap, "center", x],
    (x, y, gap, width, height) => [x + gap, y - height / 2, "left", x + gap],
    (x, y, gap, width, height) => [x - width / 2, y - gap - height, "center", x],
  ];
  const write = (context, rows, size, [, top, align, at]) => {
    context.textAlign = align;
    context.strokeStyle = colours.ground;
    context.lineWidth = 3.5;
    context.fillStyle = colours.ink;
    rows.forEach((row, index) => {
      const line = top + (index + 0.82) * size * 1.18;
      context.strokeText(row, at, line);
      context.fillText(row, at, line);
    });
  };
  const inside = (box, view) => box[0] > 2 && box[2] < view.width - 2 && box[1] > 2 && box[3] < view.height - 2;
  const labelOne = (context, view, ground, id, strong) => {
    const [x, y] = view.of(id);
    if (x < -80 || y < -60 || x > view.width + 80 || y > view.height + 60) return false;
    const place = typeOf(id) === "place";
    const size = place ? Math.min(19, 11 + drawn[id].size * 0.17) : strong ? 13 : 11.5;
    context.font = `${place || strong ? 600 : 400} ${size}px ${FONT}`;
    const rows = linesOf(id, strong);
    const width = Math.max(...rows.map((row) => context.measureText(row).width));
    const height = rows.length * size * 1.18;
    const spots = strong ? [SPOTS[0], SPOTS[2], SPOTS[0]] : place ? [SPOTS[0]] : SPOTS;
    for (const [turn, spot] of spots.entries()) {
      const where = spot(x, y, drawn[id].size * view.scale + 3, width, height);
      const box = [where[0] - 2, where[1], where[0] + width + 2, where[1] + height];
      if ((strong && turn === 2) || ((place || inside(box, view)) && !ground.over(box))) {
        ground.put(box);
        write(context, rows, size, where);
        return true;
      }
    }
    return false;
  };
  // Labels keep off the shapes: the box of each shape in view is taken before the labels of small things are set.
  const obstacles = (ground, view, places) => {
    drawn.forEach(({ id, size }) => {
      const [x, y] = view.of(id);
      const half = size * view.scale * 0.8;
      if ((typeOf(id) === "place") !== places || hiddenNodes.has(id) || half < 1.2 || (focus && !focus.nodes.has(id))) return;
      if (x > 0 && y > 0 && x < view.width && y < view.height) ground.put([x - half, y - half, x + half, y + half]);
    });
  };
  const label = (context, view) => {
    const ground = makeGround();
    const most = Math.max(24, (view.width * view.height) / 6000);
    let count = 0;
    const strong = [hovered, ...(focus && focus.chosen ? focus.chosen : [])].filter((id) => id !== null);
    const each = (places) => {
      obstacles(ground, view, places);
      for (const id of importance) {
        if (count >= most) return;
        if ((typeOf(id) === "place") !== places || hiddenNodes.has(id) || strong.includes(id) || (focus && !focus.nodes.has(id))) continue;
        // A small thing gets its name once there is room for it, so that the first view shows shapes and not a wall of words.
        if (!focus && !places && view.scale * (drawn[id].size + 4) < 3.6) continue;
        if (labelOne(context, view, ground, id, false)) count += 1;
      }
    };
    strong.forEach((id) => labelOne(context, view, ground, id, true));
    each(true);
    each(false);
  };
  // Everything but the focus sinks under a veil, and the focus is drawn again over it: no thousand updates for one click.
  const veil = (context, view, ratio) => {
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.globalAlpha = 0.86;
    context.fillStyle = colours.ground;
    context.fillRect(0, 0, view.width, view.height);
    context.restore();
    context.save();
    focus.edges.forEach((id) => { if (!hiddenEdges.has(id)) network.body.edges[id].draw(context); });
    focus.nodes.forEach((id) => { if (!hiddenNodes.has(id)) network.body.nodes[id].draw(context); });
    context.restore();
  };
  network.on("afterDrawing", (context) => {
    const canvas = context.canvas;
    const view = project(canvas);
    const ratio = canvas.width / canvas.clientWidth;
    if (focus) veil(context, view, ratio);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineJoin = "round";
    label(context, view);
    context.restore();
  });

  // --- tooltip --------------------------------------------------------------------------------------------------------
  const tip = byId("tip");
  const showTip = (position, ...children) => {
    tip.replaceChildren(...children);
    tip.hidden = false;
    const stage = byId("stage").getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(position.x + 14, stage.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${position.y + 18 + tip.offsetHeight > stage.height ? Math.max(8, position.y - tip.offsetHeight - 12) : position.y + 18}px`;
  };
  const hideTip = () => { tip.hidden = true; };
  const says = (statements) => el("span", { className: "says" }, ...summaryOf(statements).flatMap(([status, when], index) =>
    [index ? "　" : "", el("span", { className: status }, `${MARKS[status] || ""}${word(status)}${when ? " " + when : ""}`)]));
  const MARKS = { implemented: "● ", planned: "○ ", problem: "▲ " };
  const edgeTip = (line) => {
    const statements = statementsOf(line);
    const place = typeOf(line.from) === "place" ? line.from : line.to;
    const rest = statements.length - 2;
    return [
      el("b", { className: "data" }, `${shortOf(place)} — ${nameOf(thingOf(line))}`),
      ...statements.slice(0, 2).map(([status, year, sentence, note]) => el("p", {},
        el("span", { className: status }, `${MARKS[status] || ""}${word(status)} ${year} ${note}`), "\n",
        el("span", { className: "data" }, clipped(data.sentences[sentence][0])))),
      rest > 0 ? el("p", { className: "more" }, say(`还有 ${rest} 句，点击连线查看`, `${rest} more: click the line`)) : "",
    ].filter(Boolean);
  };
  const clipped = (sentence) => (sentence.length > 140 ? `${[...sentence].slice(0, 140).join("")}…` : sentence);
  const nodeTip = (id) => [el("b", { className: "data" }, nameOf(id)), el("p", { className: "more" }, kindOf(id))];
  const kindOf = (id) => {
    const sort = data.nodes[id][2];
    const count = touching[id].filter((edge) => !isPart(lines[edge])).length;
    return [word(typeOf(id)), sort ? word(sort) : "", say(`${count} 条联系`, `${count} links`)].filter(Boolean).join(" · ");
  };

  // --- panel ----------------------------------------------------------------------------------------------------------
  const panel = byId("details");
  const quote = (statement, name) => {
    const [status, year, sentence, note] = statement;
    const [evidence, report] = data.sentences[sentence];
    return el("blockquote", {},
      el("span", { className: status }, `${MARKS[status] || ""}${word(status)} ${year} ${note}`),
      marked(evidence, name), el("cite", { className: "data" }, data.reports[report][0]));
  };
  const entry = (line, id, open) => {
    const to = other(line, id);
    const name = nameOf(thingOf(line));
    return el("details", { open }, el("summary", {}, shape(typeOf(to)), el("span", { className: "data" }, nameOf(to)), says(statementsOf(line))),
      ...statementsOf(line).map((statement) => quote(statement, name)),
      el("button", { className: "go", on: { click: () => choose(to, true) } }, say(`转到“${shortOf(to)}”→`, `Go to ${shortOf(to)} →`)));
  };
  const openPanel = (...children) => {
    const close = el("button", { className: "close", "aria-label": say("关闭", "Close"), on: { click: clear } }, "×");
    panel.replaceChildren(close, ...children);
    panel.hidden = false;
    panel.scrollTop = 0;
  };
  const describe = (id) => {
    const around = touching[id].map((edge) => lines[edge]).filter((line) => !hiddenEdges.has(line.id));
    const groups = TYPES.map((type) => [type, around.filter((line) => typeOf(other(line, id)) === type)
      .sort((a, b) => data.statements[b.id].length - data.statements[a.id].length || other(a, id) - other(b, id))]);
    openPanel(el("h2", { className: "data" }, nameOf(id)), el("p", { className: "kind" }, kindOf(id)),
      ...groups.filter(([, group]) => group.length).flatMap(([type, group]) =>
        [el("h3", {}, `${word(type)} ${group.length}`), ...group.map((line) => entry(line, id, group.length === 1))]));
  };
  const choose = (id, move) => {
    untouched = false;
    focus = { chosen: [id], nodes: new Set([id]), edges: new Set(touching[id]) };
    touching[id].forEach((edge) => focus.nodes.add(other(lines[edge], id)));
    hideTip();
    describe(id);
    network.selectNodes([id], false);
    if (move) network.moveTo({ position: { x: drawn[id].x, y: drawn[id].y }, scale: Math.max(typeOf(id) === "place" ? 0.45 : 0.8, network.getScale()), animation: still ? false : { duration: 500 } });
    network.redraw();
  };
  const chooseEdge = (id) => {
    const line = lines[id];
    if (isPart(line)) return;
    focus = { chosen: [line.from, line.to], nodes: new Set([line.from, line.to]), edges: new Set([id]) };
    const place = typeOf(line.from) === "place" ? line.from : line.to;
    openPanel(el("h2", { className: "data" }, `${shortOf(place)} — ${nameOf(thingOf(line))}`),
      el("p", { className: "kind" }, says(statementsOf(line))), ...statementsOf(line).map((statement) => quote(statement, nameOf(thingOf(line)))),
      ...[place, thingOf(line)].map((end) => el("p", {}, el("button", { className: "go", on: { click: () => choose(end, true) } }, say(`转到“${shortOf(end)}”→`, `Go to ${shortOf(end)} →`)))));
    network.redraw();
  };
  const clear = () => { focus = null; panel.hidden = true; network.unselectAll(); network.redraw(); };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // --- search ---------------------------------------------------------------------------------------------------------
  const box = byId("search");
  const found = byId("found");
  let hits = [];
  let at = -1;
  const search = (words) => {
    const needle = words.trim().toLowerCase();
    return needle ? importance.filter((id) => !hiddenNodes.has(id) && nameOf(id).toLowerCase().includes(needle)) : [];
  };
  const list = () => {
    found.replaceChildren(...(hits.length ? hits.slice(0, 40).map((id, index) => el("li", { role: "option", "aria-selected": String(index === at),
      on: { mousedown: (event) => { event.preventDefault(); pick(id); } } }, shape(typeOf(id)), el("span", { className: "data" }, nameOf(id)), el("small", {}, word(typeOf(id)))))
      : [el("li", { className: "none" }, say("没有找到", "Nothing found"))]));
    found.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!found.hidden));
    const chosen = found.children[at];
    if (chosen) chosen.scrollIntoView({ block: "nearest" });
  };
  const pick = (id) => { found.hidden = true; box.setAttribute("aria-expanded", "false"); choose(id, true); };
  const look = () => {
    hits = search(box.value);
    at = -1;
    focus = hits.length ? { chosen: hits.slice(0, 12), nodes: new Set(hits), edges: new Set() } : null;
    list();
    network.redraw();
  };
  box.addEventListener("input", look);
  box.addEventListener("blur", () => { found.hidden = true; });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = Math.max(0, Math.min(hits.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
      list();
      event.preventDefault();
    } else if (event.key === "Enter" && hits.length) pick(hits[Math.max(0, at)]);
    else if (event.key === "Escape") { box.value = ""; found.hidden = true; clear(); }
  });

  // --- start ----------------------------------------------------------------------------------------------------------
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) choose(node, false);
    else if (edge !== undefined) chooseEdge(edge);
    else clear();
    byId("legend").classList.remove("open");
  });
  network.on("hoverNode", ({ node, pointer }) => { hovered = node; showTip(pointer.DOM, ...nodeTip(node)); });
  network.on("blurNode", () => { hovered = null; hideTip(); });
  network.on("hoverEdge", ({ edge, pointer }) => { if (hovered === null && !isPart(lines[edge])) showTip(pointer.DOM, ...edgeTip(lines[edge])); });
  network.on("blurEdge", () => { if (hovered === null) hideTip(); });
  ["dragStart", "zoom"].forEach((event) => network.on(event, hideTip));
  // Our own fit: that of vis-network knows neither labels nor hidden nodes.
  const fit = () => {
    const shown = drawn.filter(({ id }) => !hiddenNodes.has(id));
    if (!shown.length) return;
    const [left, right] = [Math.min, Math.max].map((pick) => pick(...shown.map(({ x }) => x)));
    const [top, bottom] = [Math.min, Math.max].map((pick) => pick(...shown.map(({ y }) => y)));
    const stage = byId("stage");
    const scale = Math.min((stage.clientWidth - 90) / (right - left + 60), (stage.clientHeight - 90) / (bottom - top + 60), 1.4);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 10 / scale }, scale, animation: false });
  };
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: still ? false : { duration: 200 } });
  byId("zoom-in").addEventListener("click", () => zoom(1.5));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.5));
  byId("zoom-fit").addEventListener("click", () => { clear(); untouched = true; fit(); });
  byId("open-legend").addEventListener("click", () => byId("legend").classList.toggle("open"));
  addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== box) { box.focus(); event.preventDefault(); }
    if (event.key === "Escape" && document.activeElement !== box) clear();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); network.redraw(); });
  KG.onLanguage(() => { legend(); if (focus && !panel.hidden && focus.chosen.length === 1) describe(focus.chosen[0]); });
  const fromAddress = () => {
    const wish = /^#q=(.+)$/.exec(location.hash);
    if (!wish) return;
    let name = "";
    try { name = decodeURIComponent(wish[1]); } catch { return; }
    const exact = importance.find((id) => nameOf(id) === name || shortOf(id) === name);
    const first = exact === undefined ? search(name)[0] : exact;
    if (first !== undefined) choose(first, true);
  };
  ["dragStart", "zoom", "click"].forEach((event) => network.on(event, () => { untouched = false; }));
  // vis-network looks at its size once a second only; a turned phone or an opened panel should not wait for that.
  new ResizeObserver(() => {
    network.setSize("100%", "100%");
    if (untouched) fit();
    network.redraw();
  }).observe(byId("stage"));
  readColours();
  KG.start();
  fit();
  fromAddress();
  addEventListener("hashchange", fromAddress);
})();
