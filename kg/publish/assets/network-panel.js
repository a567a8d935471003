// What is said of a thing or a line: a tooltip where the pointer is, a panel with every sentence after a click.
(() => {
  "use strict";
  const { data, say, word, el, marked } = KG;
  const { TYPES, drawn, lines, touching, typeOf, nameOf, shortOf, placeOf, thingOf, other, isPart, statementsOf, hiddenEdges, hiddenNodes } = NET;
  const byId = (id) => document.getElementById(id);
  const MARKS = { implemented: "● ", planned: "○ ", problem: "▲ " };
  const said = ([status, year, , note]) => el("span", { className: status }, [`${MARKS[status] || ""}${word(status)}`, year, note].filter(Boolean).join(" "));
  const titleOf = ([, , sentence]) => data.reports[data.sentences[sentence][1]][0];
  const summaryOf = (statements) => {
    const found = new Map();
    statements.forEach(([status, year]) => found.set(status, (found.get(status) || new Set()).add(year)));
    return [...found].map(([status, set]) => [status, [...set].filter(Boolean).join("、")]);
  };
  const says = (statements) => el("span", { className: "says" }, ...summaryOf(statements).flatMap(([status, when], index) =>
    [index ? "　" : "", el("span", { className: status }, `${MARKS[status] || ""}${word(status)}${when ? " " + when : ""}`)]));
  const visible = (id) => touching[id].map((edge) => lines[edge]).filter((line) => !hiddenEdges.has(line.id));
  const kindOf = (id) => {
    const sort = data.nodes[id][2];
    const count = visible(id).filter((line) => !isPart(line)).length;
    return [word(typeOf(id)), sort ? word(sort) : "", say(`${count} 条联系`, `${count} links`)].filter(Boolean).join(" · ");
  };

  // --- tooltip --------------------------------------------------------------------------------------------------------
  const tip = byId("tip");
  const showTip = (position, ...children) => {
    tip.replaceChildren(...children.filter(Boolean));
    tip.hidden = false;
    const stage = byId("stage").getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(position.x + 14, stage.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${position.y + 18 + tip.offsetHeight > stage.height ? Math.max(8, position.y - tip.offsetHeight - 12) : position.y + 18}px`;
  };
  const hideTip = () => { tip.hidden = true; };
  const clipped = (sentence) => ([...sentence].length > 140 ? `${[...sentence].slice(0, 140).join("")}…` : sentence);
  const sentenceTip = (statement) => el("p", {}, said(statement), "\n", el("span", { className: "data" }, clipped(data.sentences[statement[2]][0])),
    "\n", el("cite", { className: "data" }, titleOf(statement)));
  const edgeTip = (line) => {
    const statements = statementsOf(line);
    const rest = statements.length - 2;
    return [el("b", { className: "data" }, `${shortOf(placeOf(line))} — ${nameOf(thingOf(line))}`), ...statements.slice(0, 2).map(sentenceTip),
      rest > 0 ? el("p", { className: "more" }, say(`还有 ${rest} 句，点击连线查看`, `${rest} more: click the line`)) : null];
  };
  const nodeTip = (id) => {
    const saying = visible(id).filter((line) => !isPart(line));
    const rest = saying.flatMap(statementsOf).length - 1;
    const one = typeOf(id) !== "place" && saying.length ? statementsOf(saying[0])[0] : null;
    return [el("b", { className: "data" }, nameOf(id)), el("p", { className: "more" }, kindOf(id)), one ? sentenceTip(one) : null,
      one && rest > 0 ? el("p", { className: "more" }, say(`还有 ${rest} 句，点击查看`, `${rest} more: click it`)) : null];
  };
  network.on("hoverNode", ({ node, pointer }) => { NET.hovered = node; showTip(pointer.DOM, ...nodeTip(node)); });
  network.on("blurNode", () => { NET.hovered = null; hideTip(); });
  // A line that only says where a place belongs may lie over one that tells something: then that one is meant.
  const told = (edge, { x, y }) => {
    if (!isPart(lines[edge])) return edge;
    const far = ({ from, to }) => {
      const [a, b] = [drawn[from], drawn[to]];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
    };
    const near = lines.filter((line) => !isPart(line) && !hiddenEdges.has(line.id)).map((line) => [far(line), line.id]).sort((a, b) => a[0] - b[0])[0];
    return near && near[0] * network.getScale() < 6 ? near[1] : undefined;
  };
  network.on("hoverEdge", ({ edge, pointer }) => {
    const id = NET.hovered === null ? told(edge, pointer.canvas) : undefined;
    if (id !== undefined) showTip(pointer.DOM, ...edgeTip(lines[id]));
  });
  network.on("blurEdge", () => { if (NET.hovered === null) hideTip(); });
  ["dragStart", "zoom"].forEach((event) => network.on(event, hideTip));

  // --- panel ----------------------------------------------------------------------------------------------------------
  const panel = byId("details");
  const quote = (statement, name) => el("blockquote", {}, said(statement), marked(data.sentences[statement[2]][0], name),
    el("cite", { className: "data" }, titleOf(statement)));
  const go = (to) => el("button", { className: "go", on: { click: () => NET.choose(to, true) } }, say(`转到“${shortOf(to)}”→`, `Go to ${shortOf(to)} →`));
  // The sentences of an entry are made when it is opened: a province has a thousand.
  const entry = (line, id, open) => {
    const to = other(line, id);
    const made = el("details", {}, el("summary", {}, NET.shape(typeOf(to)), el("span", { className: "data" }, nameOf(to)), says(statementsOf(line))));
    const fill = () => { if (made.children.length === 1) made.append(...statementsOf(line).map((one) => quote(one, data.nodes[thingOf(line)][1])), go(to)); };
    made.addEventListener("toggle", fill);
    if (open) { made.open = true; fill(); }
    return made;
  };
  const LINKED = ["place", "programme", "award"];
  const atlasLink = (id) => {
    const address = NET.addressOf(id);
    if (!data.atlas || !address || !LINKED.includes(typeOf(id))) return null;
    return el("p", { className: "atlas" }, el("a", { href: data.atlas + address }, say("在总览中查看全部记录 →", "All records in the atlas →")));
  };
  const openPanel = (...children) => {
    const close = el("button", { className: "close", "aria-label": say("关闭", "Close"), on: { click: () => NET.clear() } }, "×");
    panel.replaceChildren(close, ...children.filter(Boolean));
    panel.hidden = false;
    panel.scrollTop = 0;
  };
  const describe = (id) => {
    const around = visible(id);
    const groups = TYPES.map((type) => [type, around.filter((line) => typeOf(other(line, id)) === type)
      .sort((a, b) => data.statements[b.id].length - data.statements[a.id].length || other(a, id) - other(b, id))]);
    openPanel(el("h2", { className: "data" }, nameOf(id)), el("p", { className: "kind" }, kindOf(id)), atlasLink(id),
      ...groups.filter(([, group]) => group.length).flatMap(([type, group]) =>
        [el("h3", {}, `${word(type)} ${group.length}`), ...group.map((line) => entry(line, id, group.length === 1))]));
  };
  const describeEdge = (line) => {
    const ends = [placeOf(line), thingOf(line)];
    openPanel(el("h2", { className: "data" }, `${shortOf(ends[0])} — ${nameOf(ends[1])}`), el("p", { className: "kind" }, says(statementsOf(line))),
      ...statementsOf(line).map((one) => quote(one, data.nodes[ends[1]][1])), ...ends.map((end) => el("p", {}, go(end))));
  };

  // --- choosing -------------------------------------------------------------------------------------------------------
  const setAddress = (hash) => {
    if (location.hash === hash || (!hash && !location.hash)) return;
    if (hash) { location.hash = hash; return; }
    try { history.replaceState(null, "", location.href.split("#")[0]); } catch { /* not every browser lets a page from disk */ }
  };
  const choose = (id, move) => {
    if (hiddenNodes.has(id)) NET.showAll();
    NET.touched();
    const around = visible(id);
    NET.focus = { chosen: [id], nodes: new Set([id, ...around.map((line) => other(line, id))]), edges: new Set(around.map((line) => line.id)) };
    hideTip();
    describe(id);
    network.selectNodes([id], false);
    // Of a place the city that it lies in may stand far off, and need not be seen.
    const seen = [...NET.focus.nodes].filter((other) => other === id || typeOf(id) !== "place" || typeOf(other) !== "place");
    if (move) NET.look(seen, 1.1, typeOf(id) === "place" ? 0.2 : 0, true);
    setAddress(NET.addressOf(id));
    NET.redraw();
  };
  const chooseEdge = (id) => {
    const line = lines[id];
    NET.focus = { chosen: [line.from, line.to], nodes: new Set([line.from, line.to]), edges: new Set([id]) };
    describeEdge(line);
    NET.redraw();
  };
  const clear = () => {
    NET.focus = null;
    panel.hidden = true;
    network.unselectAll();
    setAddress("");
    NET.redraw();
  };
  // After a filter or the language has changed: what is open is told anew, or shut where it is gone.
  const refresh = () => {
    const { focus } = NET;
    if (!focus || panel.hidden) return;
    const [id] = focus.chosen;
    if (focus.chosen.length === 1 && !hiddenNodes.has(id)) {
      focus.nodes = new Set([id, ...visible(id).map((line) => other(line, id))]);
      focus.edges = new Set(visible(id).map((line) => line.id));
      describe(id);
    } else if (focus.chosen.length === 2 && [...focus.edges].every((edge) => !hiddenEdges.has(edge))) describeEdge(lines[[...focus.edges][0]]);
    else clear();
  };
  network.on("click", ({ nodes: [node], edges: [edge], pointer }) => {
    const line = edge === undefined ? undefined : told(edge, pointer.canvas);
    if (node !== undefined) choose(node, false);
    else if (line !== undefined) chooseEdge(line);
    else clear();
  });
  Object.assign(NET, { choose, chooseEdge, clear, refresh, hideTip });
})();
