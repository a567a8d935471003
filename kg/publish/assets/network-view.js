// Where one looks: fitting the drawing to the window, zooming, panning by keys.
(() => {
  "use strict";
  const { drawn, hiddenNodes } = NET;
  const byId = (id) => document.getElementById(id);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const home = drawn.map(({ x, y }) => [x, y]);
  const pull = [1, 1]; // by how much the drawing is pulled apart sideways and downwards
  let untouched = true; // nobody has moved the view yet, so it may be fitted to a new size

  const box = (ids) => {
    const [left, right] = [Math.min, Math.max].map((pick) => ids.reduce((found, id) => pick(found, drawn[id].x), drawn[ids[0]].x));
    const [top, bottom] = [Math.min, Math.max].map((pick) => ids.reduce((found, id) => pick(found, drawn[id].y), drawn[ids[0]].y));
    return { left, right, top, bottom, width: right - left, height: bottom - top };
  };
  // The stage less what lies over it: a note at its foot, and on a phone the panel over its lower half.
  const room = () => {
    const stage = byId("stage");
    const panel = byId("details");
    const over = !panel.hidden && getComputedStyle(panel).position === "absolute" ? panel.offsetHeight : 0;
    const covered = Math.max(over, byId("note").hidden ? 0 : byId("note").offsetHeight + 10);
    return { width: stage.clientWidth, height: stage.clientHeight - covered, covered };
  };
  // Positions come from Python, for a wide screen. An upright one gets the same drawing pulled downwards: shapes and
  // labels stay as they are, only the room between them grows.
  const stretch = () => {
    if (drawn.length < 3) return;
    drawn.forEach((node, id) => { [node.x, node.y] = home[id]; });
    const { width, height } = box(drawn.map(({ id }) => id));
    const stage = byId("stage");
    const ratio = ((stage.clientWidth - 56) / Math.max(1, stage.clientHeight - 100)) / ((width + 60) / (height + 60));
    pull[0] = Math.max(1, Math.min(1.5, ratio));
    pull[1] = Math.max(1, Math.min(3.2, 1 / ratio));
    drawn.forEach((node, id) => {
      node.x = home[id][0] * pull[0];
      node.y = home[id][1] * pull[1];
      Object.assign(network.body.nodes[id], { x: node.x, y: node.y });
    });
  };
  const look = (ids, most, least, move) => {
    if (!ids.length) return;
    resized();
    const around = box(ids);
    const free = room();
    const margin = free.width < 500 ? 56 : 90; // room for the names of what stands at the edge
    const fitted = Math.min((free.width - margin) / (around.width + 60), (free.height - 100) / (around.height + 60), most);
    const scale = Math.max(fitted, least);
    // Too far apart to be seen together: the first of them in the middle.
    const centre = fitted < least ? drawn[ids[0]] : { x: (around.left + around.right) / 2, y: (around.top + around.bottom) / 2 };
    network.moveTo({ position: { x: centre.x, y: centre.y + (8 + free.covered / 2) / scale }, scale, animation: move && !still ? { duration: 450 } : false });
  };
  const fit = () => look(drawn.map(({ id }) => id).filter((id) => !hiddenNodes.has(id)), 1.4, 0, false);
  const zoom = (factor) => {
    untouched = false;
    network.moveTo({ scale: network.getScale() * factor, animation: still ? false : { duration: 200 } });
  };
  const pan = (x, y) => {
    untouched = false;
    const at = network.getViewPosition();
    network.moveTo({ position: { x: at.x + x / network.getScale(), y: at.y + y / network.getScale() }, animation: false });
  };
  const STEPS = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };
  byId("mynetwork").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (STEPS[event.key]) pan(...STEPS[event.key]);
    else if (event.key === "+" || event.key === "=") zoom(1.4);
    else if (event.key === "-") zoom(1 / 1.4);
    else if (event.key === "0") NET.whole();
    else return;
    event.preventDefault();
  });
  byId("zoom-in").addEventListener("click", () => zoom(1.5));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.5));
  byId("zoom-fit").addEventListener("click", () => NET.whole());
  ["dragStart", "zoom", "click"].forEach((event) => network.on(event, () => { untouched = false; }));
  // vis-network looks at its size once a second only; a turned phone or an opened panel should not wait for that.
  let size = "";
  const resized = () => {
    const stage = byId("stage");
    const now = `${stage.clientWidth} ${stage.clientHeight}`;
    const changed = now !== size;
    if (changed && size) network.setSize("100%", "100%");
    size = now;
    return changed;
  };
  const watch = () => new ResizeObserver(() => {
    if (matchMedia("print").matches || !resized()) return; // paper shows the picture of the screen
    if (untouched) { stretch(); fit(); }
    NET.redraw();
  }).observe(byId("stage"));
  Object.assign(NET, { fit, look, stretch,
    touched: () => { untouched = false; },
    start: () => {
      resized();
      stretch();
      fit();
      watch();
    },
    whole: () => { NET.clear(); untouched = true; stretch(); fit(); NET.redraw(); } });
})();
