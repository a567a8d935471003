// The graph behind the drawing (globals of pyvis: network, nodes, edges), and which part of it the filters leave.
const NET = (() => {
  "use strict";
  const { data } = KG;
  const english = () => document.documentElement.lang === "en";
  const TYPES = ["place", "programme", "award", "body"];
  const STATUSES = Object.keys(data.statuses);
  const drawn = nodes.get();
  const lines = edges.get();
  const touching = drawn.map(() => []);
  lines.forEach((line) => { touching[line.from].push(line.id); touching[line.to].push(line.id); });
  const typeOf = (id) => data.nodes[id][0];
  const nameOf = (id) => (english() && data.nodes[id][4]) || data.nodes[id][1];
  const shortOf = (id) => (english() && data.nodes[id][4]) || drawn[id].label;
  const localOf = (id) => data.nodes[id][3];
  const placeOf = (line) => (typeOf(line.from) === "place" ? line.from : line.to);
  const thingOf = (line) => (typeOf(line.from) === "place" ? line.to : line.from);
  const other = (line, id) => (line.from === id ? line.to : line.from);
  const isPart = (line) => data.statements[line.id].length === 0;
  const years = [...new Set(data.statements.flat().map((statement) => statement[1]))].sort((a, b) => !a - !b || (a < b ? -1 : 1));
  const parentOf = new Map(); // place -> the place that it belongs to
  lines.filter(isPart).forEach(({ from, to }) =>
    (data.nodes[from][1].length > data.nodes[to][1].length ? parentOf.set(from, to) : parentOf.set(to, from)));
  const importance = drawn.map(({ id }) => id).sort((a, b) =>
    (typeOf(b) === "place") - (typeOf(a) === "place") || drawn[b].size - drawn[a].size || a - b);

  // What the reader wants to see; what is hidden follows from it alone.
  const wanted = { types: new Set(TYPES), statuses: new Set(STATUSES), years: new Set(years) };
  const hiddenNodes = new Set();
  const hiddenEdges = new Set();
  const isRun = (statement) => STATUSES.includes(statement[0]);
  const seen = (statement, but) => (but === "years" || wanted.years.has(statement[1])) &&
    (but === "statuses" || !isRun(statement) || wanted.statuses.has(statement[0]));
  const statementsOf = (line) => data.statements[line.id].filter((statement) => seen(statement));
  const best = (statements) => STATUSES.find((status) => statements.some((statement) => statement[0] === status));
  const everything = () => wanted.types.size === TYPES.length && wanted.statuses.size === STATUSES.length && wanted.years.size === years.length;

  // A thing is shown while a line leads to it, a place while one does or while a place within it is shown.
  const alive = (types) => {
    const found = new Set();
    lines.forEach((line) => {
      if (isPart(line) || !types.has(typeOf(line.from)) || !types.has(typeOf(line.to)) || !statementsOf(line).length) return;
      found.add(line.from);
      found.add(line.to);
    });
    if (everything()) drawn.forEach(({ id }) => { if (typeOf(id) === "place") found.add(id); });
    [...found].forEach((id) => { for (let up = parentOf.get(id); up !== undefined && types.has("place"); up = parentOf.get(up)) found.add(up); });
    return found;
  };
  const filter = () => {
    const shown = alive(wanted.types);
    const nodeChanges = [];
    drawn.forEach(({ id }) => {
      const hide = !shown.has(id);
      if (hide !== hiddenNodes.has(id)) nodeChanges.push({ id, hidden: hide });
      if (hide) hiddenNodes.add(id); else hiddenNodes.delete(id);
    });
    const edgeChanges = [];
    lines.forEach((line) => {
      const statements = statementsOf(line);
      const hide = hiddenNodes.has(line.from) || hiddenNodes.has(line.to) || !(isPart(line) || statements.length);
      const status = hide ? undefined : best(statements);
      const colour = status ? data.statuses[status].color + data.opacity : line.color;
      if (hide !== hiddenEdges.has(line.id) || colour !== line.color) {
        if (status) { line.color = colour; line.dashes = data.statuses[status].dashes; }
        edgeChanges.push({ id: line.id, hidden: hide, color: line.color, dashes: line.dashes });
      }
      if (hide) hiddenEdges.add(line.id); else hiddenEdges.delete(line.id);
    });
    if (edgeChanges.length) edges.update(edgeChanges);
    if (nodeChanges.length) nodes.update(nodeChanges);
  };
  const resetFilters = () => Object.assign(wanted, { types: new Set(TYPES), statuses: new Set(STATUSES), years: new Set(years) });

  // How many would be shown of each, were it the only one switched on in its group: types in nodes, the others in lines.
  const counts = () => {
    const found = { types: new Map(), statuses: new Map(), years: new Map() };
    const add = (group, value) => found[group].set(value, (found[group].get(value) || 0) + 1);
    alive(new Set(TYPES)).forEach((id) => add("types", typeOf(id)));
    lines.forEach((line) => {
      if (isPart(line) || !wanted.types.has("place") || !wanted.types.has(typeOf(thingOf(line)))) return;
      const said = data.statements[line.id];
      new Set(said.filter((s) => seen(s, "statuses") && isRun(s)).map((s) => s[0])).forEach((value) => add("statuses", value));
      new Set(said.filter((s) => seen(s, "years")).map((s) => s[1])).forEach((value) => add("years", value));
    });
    return found;
  };

  // Addresses: #/place/330105 names a node by its type and the end of its IRI.
  const byAddress = new Map();
  drawn.forEach(({ id }) => { if (localOf(id)) byAddress.set(`${typeOf(id)}/${localOf(id)}`, id); });
  const addressOf = (id) => (localOf(id) ? `#/${typeOf(id)}/${encodeURIComponent(localOf(id))}` : "");
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const atAddress = (hash) => {
    const [, type, local] = /^#\/(\w+)\/(.+)$/.exec(hash) || [];
    const exact = byAddress.get(`${type}/${decoded(local || "")}`);
    return exact === undefined ? byAddress.get(`${type}/${local}`) : exact;
  };
  // With the next frame, however often it is asked for: drawing 5,000 nodes takes a tenth of a second.
  const redraw = () => network.body.emitter.emit("_requestRedraw");
  return { redraw, TYPES, STATUSES, drawn, lines, touching, years, importance, wanted, hiddenNodes, hiddenEdges, typeOf, nameOf, shortOf, placeOf, thingOf,
    other, isPart, statementsOf, everything, filter, resetFilters, counts, addressOf, atAddress, decoded,
    focus: null, // { chosen: [], nodes: Set, edges: Set }: what stands out, everything else is veiled
    hovered: null };
})();
