// Places × programmes. Only what is in sight is in the page, so that thousands of rows and columns scroll smoothly.
const matrix = (() => {
  "use strict";
  const { el, say } = KG;
  const CELL = { width: 62, height: 42 }, HEAD = 196;
  const side_ = () => (innerWidth < 700 ? 132 : 208);
  const defaults = () => ({ q: "", year: "", status: new Set(P.STATUSES), kind: "", level: "", curation: "", least: "", sort: "places", rows: "region" });
  let state = null, closed = new Set();

  const fromAddress = (params) => {
    const wish = defaults();
    for (const key of ["q", "year", "kind", "level", "curation", "least", "sort", "rows"]) if (params.has(key)) wish[key] = params.get(key);
    if (params.has("status")) wish.status = new Set(params.get("status").split(",").filter((one) => P.MARKS[one]));
    return wish;
  };
  const toAddress = () => {
    const params = new URLSearchParams(), plain = defaults();
    for (const key of ["q", "year", "kind", "level", "curation", "least", "sort", "rows"]) if (state[key] !== plain[key]) params.set(key, state[key]);
    if (state.status.size !== P.STATUSES.length) params.set("status", [...state.status].join(","));
    const query = params.toString();
    history.replaceState(null, "", `#/matrix${query ? `?${query}` : ""}`);
  };

  // --- what is shown: runs by the filters, columns by kind, rows as a tree of places ---
  const wantedRuns = () => {
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = A.programmes.map((one) => (!state.kind || one.kind === state.kind) && (!state.curation || one.curated === (state.curation === "curated" ? 1 : 0)));
    const names = A.programmes.map((one) => [one.zh, one.en, ...one.aliases].join(" ").toLowerCase());
    const paths = A.places.map((one) => one.path.toLowerCase());
    return A.runs.filter((run) => run.place >= 0 && fits[run.programme] && state.status.has(run.status) && (!state.year || run.year === state.year)
      && (!state.level || A.places[run.place].level === state.level)
      && words.every((word) => names[run.programme].includes(word) || paths[run.place].includes(word)));
  };
  const KINDS = ["reform", "campaign", "mechanism", "platform", "brand"];
  const columnsOf = (runs) => {
    const found = new Map();
    for (const run of runs) {
      if (!found.has(run.programme)) found.set(run.programme, { programme: A.programmes[run.programme], runs: [], places: new Set() });
      const one = found.get(run.programme);
      one.runs.push(run);
      one.places.add(run.place);
    }
    const least = Number(state.least || 1);
    const by = {
      places: (a, b) => b.places.size - a.places.size || b.runs.length - a.runs.length,
      first: (a, b) => P.compare(A.first(a.runs), A.first(b.runs)) || b.places.size - a.places.size,
      name: () => 0,
    }[state.sort] || (() => 0);
    return [...found.values()].filter((one) => one.places.size >= least).sort((a, b) =>
      KINDS.indexOf(a.programme.kind) - KINDS.indexOf(b.programme.kind) || by(a, b) || P.compare(a.programme.zh, b.programme.zh));
  };
  const rowsOf = (columns) => {
    const direct = new Map();
    columns.forEach((column, at) => column.runs.forEach((run) => {
      if (!direct.has(run.place)) direct.set(run.place, []);
      direct.get(run.place).push({ at, run });
    }));
    if (state.rows !== "region") {
      const some = [...direct.keys()].map((place) => ({ place: A.places[place], depth: 0, cells: direct.get(place), leaf: true }));
      const key = state.rows === "count" ? (row) => -new Set(row.cells.map((cell) => cell.at)).size : (row) => Number(A.first(row.cells.map((cell) => cell.run))) || 9999;
      return some.sort((a, b) => key(a) - key(b) || P.compare(a.place.path, b.place.path));
    }
    const children = new Map(), needed = new Set();
    for (const number of direct.keys()) for (let at = number; at >= 0 && !needed.has(at); at = A.places[at].above) needed.add(at);
    for (const number of needed) {
      const above = A.places[number].above;
      if (!children.has(above)) children.set(above, []);
      children.get(above).push(number);
    }
    const rows = [];
    const below = (number) => [...(direct.get(number) || []), ...(children.get(number) || []).flatMap(below)];
    const walk = (number, depth) => {
      const place = A.places[number], own = direct.get(number) || [], parent = children.has(number), shut = parent && closed.has(place.id);
      rows.push({ place, depth, parent, shut, cells: shut ? below(number) : own, leaf: !shut });
      if (!shut) for (const child of inOrder(children.get(number) || [])) walk(child, depth + 1);
    };
    const inOrder = (some) => some.sort((a, b) => P.compare(A.places[a].code || "9", A.places[b].code || "9") || P.compare(A.places[a].path, A.places[b].path));
    for (const top of inOrder(children.get(-1) || [])) walk(top, 0);
    return rows;
  };

  // --- the grid ---
  const grid = (columns, rows) => {
    const byCell = rows.map((row) => {
      const found = new Map();
      for (const { at, run } of row.cells) { if (!found.has(at)) found.set(at, []); found.get(at).push(run); }
      return found;
    });
    const SIDE = side_();
    const width = columns.length * CELL.width, height = rows.length * CELL.height;
    const head = el("div", { className: "cols", style: `width:${SIDE + width}px;height:${HEAD}px` });
    const side = el("div", { className: "rows", style: `width:${SIDE}px;height:${height}px` });
    const cells = el("div", { className: "cells", style: `left:${SIDE}px;top:${HEAD}px;width:${width}px;height:${height}px` });
    const corner = el("div", { className: "corner", style: `width:${SIDE}px;height:${HEAD}px` },
      P.legend(), el("p", {}, say(`${rows.filter((row) => row.cells.length).length} 个地方 × ${columns.length} 项`, `${rows.filter((row) => row.cells.length).length} places × ${columns.length} programmes`)));
    const sizer = el("div", { className: "sizer", style: `width:${SIDE + width}px;height:${HEAD + height}px` }, head, side, cells);
    const view = el("div", { className: "grid", tabIndex: 0, role: "grid", ariaLabel: say("地方 × 改革矩阵", "Matrix of places and programmes") }, sizer);
    view.setAttribute("aria-rowcount", rows.length);
    view.setAttribute("aria-colcount", columns.length);
    const active = { row: 0, column: 0 };
    const open = (row, column) => {
      const runs = byCell[row] && byCell[row].get(column);
      if (!runs) return;
      const programme = columns[column].programme, place = rows[row].place;
      const name = `${A.placeLabel(place)} × ${A.label(programme)}`;
      P.evidence(name, runs, T.names(programme), el("p", { className: "links" }, P.link("place", place.id, A.placeLabel(place), { className: "chip" }), P.link("programme", programme.id, A.label(programme), { className: "chip" })));
    };
    const cell = (row, column) => {
      const runs = byCell[row].get(column), row_ = rows[row];
      const lines = P.byStatus(runs).map(([status, some]) => el("span", { className: status }, P.MARKS[status], el("i", {}, A.span(some.map((run) => run.year)))));
      const name = `${A.placeLabel(row_.place)}，${columns[column].programme.zh}：${P.told(runs)}`;
      return el("button", { type: "button", tabIndex: -1, className: `${row_.leaf ? "" : "sum"}${active.row === row && active.column === column ? " active" : ""}`, title: name, ariaLabel: name,
        style: `left:${column * CELL.width}px;top:${row * CELL.height}px`, on: { click: () => { active.row = row; active.column = column; open(row, column); } } }, ...lines);
    };
    const rowHead = (row, at) => {
      const fold = row.parent && el("button", { type: "button", className: "fold", ariaExpanded: String(!row.shut), ariaLabel: say(`${row.shut ? "展开" : "收起"}${A.placeLabel(row.place)}`, `${row.shut ? "Open" : "Close"} ${A.placeLabel(row.place)}`),
        on: { click: () => { if (row.shut) closed.delete(row.place.id); else closed.add(row.place.id); redraw(); } } }, row.shut ? "▸" : "▾");
      const count = new Set(row.cells.map((one) => one.at)).size;
      return el("div", { className: "row", role: "rowheader", style: `top:${at * CELL.height}px;padding-left:${8 + row.depth * 14}px` }, fold || el("span", { className: "fold" }),
        P.link("place", row.place.id, A.placeLabel(row.place), { title: row.place.path }), el("small", {}, count ? String(count) : ""));
    };
    const columnHead = (column, at) => {
      const { programme, places } = column;
      const newKind = at === 0 || columns[at - 1].programme.kind !== programme.kind;
      return el("div", { className: `col ${newKind ? "first" : ""} ${programme.curated ? "" : "candidate"}`, role: "columnheader", style: `left:${SIDE + at * CELL.width}px` },
        el("small", { className: "kind" }, newKind ? A.word("programme-kind", programme.kind) : ""), P.link("programme", programme.id, A.label(programme), { title: `${A.label(programme)} · ${say(`${places.size} 地`, `${places.size} places`)}` }), el("small", {}, String(places.size)));
    };
    let drawn = "";
    const draw = () => {
      const [left, top] = [view.scrollLeft, view.scrollTop];
      const from = { row: Math.max(0, Math.floor(top / CELL.height) - 2), column: Math.max(0, Math.floor(left / CELL.width) - 2) };
      const to = { row: Math.min(rows.length, Math.ceil((top + view.clientHeight) / CELL.height) + 2), column: Math.min(columns.length, Math.ceil((left + view.clientWidth) / CELL.width) + 2) };
      const now = `${from.row}/${to.row}/${from.column}/${to.column}/${active.row}/${active.column}`;
      if (now === drawn) return;
      drawn = now;
      const some = [], heads = [corner], names = [];
      for (let column = from.column; column < to.column; column += 1) heads.push(columnHead(columns[column], column));
      for (let row = from.row; row < to.row; row += 1) {
        names.push(rowHead(rows[row], row));
        for (const column of byCell[row].keys()) if (column >= from.column && column < to.column) some.push(cell(row, column));
      }
      head.replaceChildren(...heads);
      side.replaceChildren(...names);
      cells.replaceChildren(...some);
    };
    const move = (rowBy, columnBy) => {
      active.row = Math.max(0, Math.min(rows.length - 1, active.row + rowBy));
      active.column = Math.max(0, Math.min(columns.length - 1, active.column + columnBy));
      const [x, y] = [active.column * CELL.width, active.row * CELL.height];
      if (x < view.scrollLeft) view.scrollLeft = x;
      if (y < view.scrollTop) view.scrollTop = y;
      if (x + CELL.width > view.scrollLeft + view.clientWidth - SIDE) view.scrollLeft = x + CELL.width - view.clientWidth + SIDE;
      if (y + CELL.height > view.scrollTop + view.clientHeight - HEAD) view.scrollTop = y + CELL.height - view.clientHeight + HEAD;
      draw();
    };
    const KEYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-12, 0], PageDown: [12, 0] };
    view.addEventListener("keydown", (event) => {
      if (event.target !== view) return;
      if (KEYS[event.key]) { event.preventDefault(); move(...KEYS[event.key]); }
      if (event.key === "Enter") open(active.row, active.column);
    });
    view.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
    new ResizeObserver(() => { drawn = ""; draw(); }).observe(view);
    return view;
  };

  // For paper: a plain table of what is chosen, so much as a few pages hold.
  const PRINTED = { rows: 60, columns: 24 };
  const printed = (columns, rows) => {
    const some = columns.slice(0, PRINTED.columns);
    return el("div", { className: "printed" }, el("table", {},
      el("thead", {}, el("tr", {}, el("th", {}), ...some.map((column) => el("th", {}, A.label(column.programme))))),
      el("tbody", {}, ...rows.slice(0, PRINTED.rows).map((row) => el("tr", {}, el("th", {}, A.placeLabel(row.place)), ...some.map((_, at) => {
        const runs = row.cells.filter((cell) => cell.at === at).map((cell) => cell.run);
        return el("td", {}, P.byStatus(runs).map(([status, ran]) => `${P.MARKS[status]}${A.span(ran.map((run) => run.year))}`).join(" "));
      }))))));
  };

  // --- controls ---
  let stage = null, foot = null;
  const redraw = () => {
    toAddress();
    const columns = columnsOf(wantedRuns()), rows = rowsOf(columns);
    stage.replaceChildren(columns.length ? grid(columns, rows) : P.empty(say("没有符合条件的记录：放宽筛选试试。", "Nothing fits: widen the filters.")), printed(columns, rows));
    foot.replaceChildren(P.saver("matrix", () => [say("地方", "Place"), say("项目", "Programme"), say("类型", "Kind"), say("状态", "Status"), say("年份", "Years")],
      () => rows.filter((row) => row.leaf).flatMap((row) => columns.flatMap((column, at) => P.byStatus(row.cells.filter((cell) => cell.at === at).map((cell) => cell.run))
        .map(([status, some]) => [row.place.path, column.programme.zh, A.word("programme-kind", column.programme.kind), A.word("status", status), A.span(some.map((run) => run.year))])))));
  };
  const controls = () => {
    const set = (key) => (value) => { state[key] = value; redraw(); };
    const present = (values) => [...new Set(values)].filter(Boolean).sort();
    const levels = ["country", "province", "prefecture", "county", "township", "village"].filter((level) => A.places.some((place) => place.level === level));
    const find = el("input", { type: "search", value: state.q, placeholder: say("筛选改革或地方…", "Filter programmes or places…"), ariaLabel: say("筛选", "Filter"), on: { input: (event) => { state.q = event.target.value; redraw(); } } });
    const statuses = P.STATUSES.map((status) => el("label", { className: "chip" }, el("input", { type: "checkbox", checked: state.status.has(status),
      on: { change: (event) => { if (event.target.checked) state.status.add(status); else state.status.delete(status); redraw(); } } }), " ", P.mark(status), " ", A.word("status", status)));
    return el("form", { className: "controls", on: { submit: (event) => event.preventDefault() } }, find, ...statuses,
      P.select("year", [["", say("所有年份", "All years")], ...present(A.runs.map((run) => run.year)).map((year) => [year, year])], state.year, set("year"), say("年份", "Year")),
      P.select("kind", [["", say("所有类型", "All kinds")], ...KINDS.map((kind) => [kind, A.word("programme-kind", kind)])], state.kind, set("kind"), say("类型", "Kind")),
      P.select("level", [["", say("所有层级", "All levels")], ...levels.map((level) => [level, A.word("place-level", level)])], state.level, set("level"), say("层级", "Level")),
      P.select("curation", [["", say("审定与候选", "Curated and candidates")], ["curated", say("只看审定的", "Curated only")], ["candidate", say("只看候选", "Candidates only")]], state.curation, set("curation"), say("审定", "Curation")),
      P.select("least", [["1", say("不限地方数", "Any number of places")], ["2", say("至少两地", "Two places or more")], ["3", say("至少三地", "Three or more")], ["5", say("至少五地", "Five or more")]], state.least, set("least"), say("地方数", "Number of places")),
      P.select("sort", [["places", say("列：按地方数", "Columns: most places")], ["first", say("列：按最早年份", "Columns: first year")], ["name", say("列：按名称", "Columns: name")]], state.sort, set("sort"), say("列的顺序", "Order of columns")),
      P.select("rows", [["region", say("行：按省市", "Rows: by region")], ["count", say("行：按项目数", "Rows: most programmes")], ["first", say("行：按最早年份", "Rows: first year")]], state.rows, set("rows"), say("行的顺序", "Order of rows")));
  };
  const view = (params) => {
    state = fromAddress(params);
    // With many programmes the first look is at those that places share.
    if (!state.least) state.least = A.programmes.length > 150 && !params.toString() ? "2" : "1";
    stage = el("div", { className: "stage" });
    foot = el("p", { className: "foot" });
    const parts = [P.title(say("地方 × 改革", "Places × programmes")), P.hint(say("点一格看原句。有虚线的是候选名称：只在报告里见过，词表里还没有。键盘：方向键移动，回车打开。", "Click a cell for its sentences. Dotted names are candidates: seen in reports, not yet in the vocabulary. Keys: arrows move, Enter opens.")), controls(), stage, foot];
    redraw();
    return parts;
  };
  return { view };
})();
