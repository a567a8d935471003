// Labels like those of a map: none over another, the important first; and the veil over all that is not in focus.
(() => {
  "use strict";
  const { drawn, lines, typeOf, shortOf, hiddenNodes, hiddenEdges, importance, touching } = NET;
  const FONT = getComputedStyle(document.body).fontFamily;
  // What most places share is what one comes to see: it is named even from afar.
  const HUBS = 24;
  const FIRST = 12;
  const CROWD = 100; // of so many places only some are named from afar, evenly spread
  const shared = importance.filter((id) => typeOf(id) !== "place" && touching[id].length > 2);
  const hubs = [...shared.filter((id) => typeOf(id) === "programme"), ...shared.filter((id) => typeOf(id) !== "programme")].slice(0, HUBS);
  const placeCount = importance.filter((id) => typeOf(id) === "place").length;
  const asked = KG.data.about ? KG.data.about.starts : []; // what the page was asked to show
  const starts = asked.length > 12 ? [] : asked; // a ring around everything would mark nothing
  let colours = {};
  const readColours = (paper) => {
    const style = getComputedStyle(document.documentElement);
    colours = Object.fromEntries(["ground", "ink", "soft"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    if (paper) colours = { ground: "#ffffff", ink: "#111111", soft: "#555555" };
  };

  // --- words in lines: Chinese breaks anywhere, Latin between words --------------------------------------------------------
  let wrapped = new Map();
  const columns = (text) => [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1.1), 0);
  // Rows of like length, for a single character must not stand alone below a full row.
  const rowsOf = (text, widest, most) => {
    const rows = [""];
    const need = Math.ceil(columns(text) / widest);
    const width = need > 1 && need <= most ? Math.min(widest, Math.ceil(columns(text) / need) + 1.2) : widest;
    (text.match(/[!-~\u00a0-\u024f]+ ?|./gsu) || []).forEach((piece) => {
      const full = columns(rows[rows.length - 1] + piece.trimEnd()) > width;
      if (full && rows[rows.length - 1] && !/^[”’」』》〉）、，]$/u.test(piece)) rows.push(""); // no row begins with a closing mark
      rows[rows.length - 1] += piece;
    });
    if (rows.length <= most) return rows;
    return [...rows.slice(0, most - 1), `${[...rows[most - 1]].slice(0, -1).join("")}…`];
  };
  const linesOf = (id, whole) => {
    const key = whole ? -1 - id : id;
    if (!wrapped.has(key)) wrapped.set(key, rowsOf(shortOf(id), whole ? 32 : 19, whole ? 6 : 2));
    return wrapped.get(key);
  };
  KG.onLanguage(() => { wrapped = new Map(); });

  // --- free room ------------------------------------------------------------------------------------------------------
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
    const each = (box, does) => {
      for (let x = Math.floor(box[0] / CELL); x <= box[2] / CELL; x += 1) {
        for (let y = Math.floor(box[1] / CELL); y <= box[3] / CELL; y += 1) if (does(x * 4099 + y)) return true;
      }
      return false;
    };
    const over = (box) => each(box, (key) => (cells.get(key) || []).some((had) =>
      box[0] < had[2] && had[0] < box[2] && box[1] < had[3] && had[1] < box[3]));
    const put = (box) => { each(box, (key) => { if (cells.has(key)) cells.get(key).push(box); else cells.set(key, [box]); return false; }); };
    return { over, put };
  };
  // Below the shape if there is room, else to its right, else above it.
  const SPOTS = [
    (x, y, gap, width) => [x - width / 2, y + gap, "center", x],
    (x, y, gap, width, height) => [x + gap, y - height / 2, "left", x + gap],
    (x, y, gap, width, height) => [x - width / 2, y - gap - height, "center", x],
  ];

  // --- writing --------------------------------------------------------------------------------------------------------
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
  const sizeOf = (id, strong, view) => {
    if (typeOf(id) !== "place") return strong ? 13 : 11.5;
    return Math.min(18, 10.5 + drawn[id].size * 0.17) * (view.width < 500 ? 0.82 : 1);
  };
  const labelOne = (context, view, ground, id, strong) => {
    const [x, y] = view.of(id);
    if (x < -80 || y < -60 || x > view.width + 80 || y > view.height + 60) return false;
    const place = typeOf(id) === "place";
    const size = sizeOf(id, strong, view);
    context.font = `${place || strong ? 600 : 400} ${size}px ${FONT}`;
    const rows = linesOf(id, strong);
    const width = Math.max(...rows.map((row) => context.measureText(row).width));
    const height = rows.length * size * 1.18;
    const apart = place && !NET.focus && view.scale < 0.2 && placeCount > CROWD ? 14 : 0;
    const spots = strong ? [SPOTS[0], SPOTS[2], SPOTS[0]] : place ? [SPOTS[0], SPOTS[2]] : SPOTS;
    for (const [turn, spot] of spots.entries()) {
      const where = spot(x, y, drawn[id].size * view.scale + (strong ? 7 : 3), width, height);
      // The name of a place at the edge is moved into the window rather than left out.
      if (place && x > 0 && x < view.width) {
        const shift = Math.max(6, Math.min(view.width - width - 6, where[0])) - where[0];
        where[0] += shift;
        where[3] += shift;
      }
      const box = [where[0] - 2, where[1], where[0] + width + 2, where[1] + height];
      if ((strong && turn === 2) || (inside(box, view) && !ground.over(box))) {
        ground.put([box[0] - apart, box[1] - apart, box[2] + apart, box[3] + apart]);
        write(context, rows, size, where);
        return true;
      }
    }
    return false;
  };
  const ring = (context, view, id) => {
    context.strokeStyle = colours.ink;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(...view.of(id), drawn[id].size * view.scale + 4, 0, 2 * Math.PI);
    context.stroke();
  };
  const inFocus = (id) => !NET.focus || NET.focus.nodes.has(id);
  // Labels keep off the shapes: the box of each shape in view is taken before the labels of small things are set.
  const obstacles = (ground, view, places) => {
    drawn.forEach(({ id, size }) => {
      const [x, y] = view.of(id);
      const half = size * view.scale * 0.8;
      if ((typeOf(id) === "place") !== places || hiddenNodes.has(id) || half < 1.2 || !inFocus(id)) return;
      if (x > 0 && y > 0 && x < view.width && y < view.height) ground.put([x - half, y - half, x + half, y + half]);
    });
  };
  const label = (context, view) => {
    const ground = makeGround();
    const most = Math.max(20, (view.width * view.height) / 7500);
    let count = 0;
    const strong = [NET.hovered, ...(NET.focus ? NET.focus.chosen : starts)].filter((id) => id !== null && !hiddenNodes.has(id));
    const skip = new Set(strong);
    const each = (ids) => {
      for (const id of ids) {
        if (count >= most) return;
        if (hiddenNodes.has(id) || skip.has(id) || !inFocus(id)) continue;
        if (labelOne(context, view, ground, id, false)) { count += 1; skip.add(id); }
      }
    };
    if (!NET.focus) starts.filter((id) => !hiddenNodes.has(id)).forEach((id) => ring(context, view, id));
    strong.forEach((id) => labelOne(context, view, ground, id, true));
    obstacles(ground, view, true);
    const places = importance.filter((id) => typeOf(id) === "place");
    const near = (id) => NET.focus || view.scale * (drawn[id].size + 4) >= 4.2;
    // The foremost places, then what they share, then the other places, and the rest as the reader comes closer.
    each(places.slice(0, FIRST));
    const close = NET.focus || view.scale >= 0.35; // further away shapes are small enough to be written over
    if (close) obstacles(ground, view, false);
    each(hubs);
    each(places);
    if (!close) obstacles(ground, view, false);
    each(importance.filter((id) => typeOf(id) !== "place" && near(id)));
  };
  // As wide and as dashed on the screen as in the legend, however far away.
  const line = (context, view, { from, to, color, dashes }, strength) => {
    context.setLineDash((dashes || []).map((length) => length / view.scale));
    context.strokeStyle = color.slice(0, 7) + strength;
    context.beginPath();
    context.moveTo(drawn[from].x, drawn[from].y);
    context.lineTo(drawn[to].x, drawn[to].y);
    context.stroke();
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
    const many = NET.focus.edges.size > 30;
    context.lineWidth = (many ? 1 : 1.5) / view.scale;
    NET.focus.edges.forEach((id) => { if (!hiddenEdges.has(id)) line(context, view, lines[id], many ? "77" : "cc"); });
    context.setLineDash([]);
    NET.focus.nodes.forEach((id) => { if (!hiddenNodes.has(id)) network.body.nodes[id].draw(context); });
    context.restore();
  };
  network.on("afterDrawing", (context) => {
    const canvas = context.canvas;
    const view = project(canvas);
    const ratio = canvas.width / canvas.clientWidth;
    if (NET.focus) veil(context, view, ratio);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineJoin = "round";
    label(context, view);
    context.restore();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); NET.redraw(); });
  // Paper is white, whatever the screen is.
  addEventListener("beforeprint", () => { readColours(true); network.redraw(); }); // now: the next frame is too late
  addEventListener("afterprint", () => { readColours(); NET.redraw(); });
  readColours();
})();
