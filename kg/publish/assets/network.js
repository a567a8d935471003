// Start: the view, the words, and what the address asks for (#/place/330105, #/programme/…, #q=name).
(() => {
  "use strict";
  const { say } = KG;
  const fromAddress = () => {
    const { hash } = location;
    const named = /^#q=(.+)$/.exec(hash);
    if (!named && !hash.startsWith("#/")) {
      if (NET.focus && NET.focus.chosen.length === 1) NET.clear();
      return;
    }
    const id = named ? NET.search(NET.decoded(named[1]))[0] : NET.atAddress(hash);
    if (id === undefined) NET.tell(say(`这张图里没有“${NET.decoded(hash.replace(/^#(q=|\/\w+\/)/, ""))}”。`, `“${NET.decoded(hash.replace(/^#(q=|\/\w+\/)/, ""))}” is not in this network.`));
    else if (!NET.focus || NET.focus.chosen.length !== 1 || NET.focus.chosen[0] !== id) NET.choose(id, true);
  };
  network.once("afterDrawing", () => performance.mark("network-drawn"));
  KG.start();
  NET.start();
  fromAddress();
  addEventListener("hashchange", fromAddress);
})();
