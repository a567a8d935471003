// The matrix: filters, order, and the sentences behind a cell.
(() => {
  "use strict";
  const { data, say, word, el, marked } = KG;
  const byId = (id) => document.getElementById(id);
  const table = document.querySelector(".matrix tbody");
  const rows = table ? [...table.rows] : [];
  const MARKS = { implemented: "● ", planned: "○ ", problem: "▲ " };

  // --- evidence -------------------------------------------------------------------------------------------------------
  const dialog = byId("details");
  const open = (...children) => {
    dialog.replaceChildren(el("button", { className: "close", "aria-label": say("关闭", "Close"), on: { click: () => dialog.close() } }, "×"), ...children);
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  const quote = (statement, name) => {
    const [status, year, source, sentence] = statement;
    const [title, file] = data.sources[source];
    return el("blockquote", {}, el("span", { className: status }, `${MARKS[status] || ""}${word(status)} ${year}`),
      marked(data.sentences[sentence], name),
      el("cite", { className: "data" }, title === file ? title : `${title}（${file}）`));
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.report) open(el("h2", { className: "data" }, button.dataset.report));
    if (button.dataset.find) {
      byId("find").value = button.dataset.find;
      filter();
      byId("matrix").scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    }
    if (button.dataset.column === undefined) return;
    const row = Number(button.closest("tr").dataset.row);
    const column = Number(button.dataset.column);
    open(el("h2", {}, el("span", { className: "data" }, data.programmes[row]), el("small", { className: "data" }, data.places[column].replaceAll("/", " · "))),
      ...data.cells[row][column].map((statement) => quote(statement, data.programmes[row])));
  });

  // --- filter and order -----------------------------------------------------------------------------------------------
  const filter = () => {
    const words = byId("find").value.trim().toLowerCase();
    const kind = byId("kind").value;
    const least = byId("shared").checked ? 2 : 1;
    const off = [...document.querySelectorAll("[data-status]")].filter((box) => !box.checked).map((box) => box.dataset.status);
    let count = 0;
    rows.forEach((row) => {
      row.querySelectorAll("td span").forEach((mark) => { mark.hidden = off.includes(mark.className); });
      const name = data.programmes[Number(row.dataset.row)].toLowerCase();
      const fits = name.includes(words) && (!kind || row.dataset.kind === kind) && Number(row.dataset.places) >= least;
      row.hidden = !fits || !row.querySelector("td span:not([hidden])");
      if (!row.hidden) count += 1;
    });
    byId("nothing").hidden = count > 0;
    byId("shown").textContent = say(`显示 ${count} / ${rows.length} 项`, `${count} of ${rows.length} shown`);
  };
  const sort = () => {
    const by = byId("sort").value;
    const number = (row) => Number(row.dataset.row);
    const orders = {
      first: (a, b) => a.dataset.first.localeCompare(b.dataset.first) || number(a) - number(b),
      name: (a, b) => data.programmes[number(a)].localeCompare(data.programmes[number(b)], "zh-CN"),
    };
    table.append(...[...rows].sort(orders[by] || ((a, b) => number(a) - number(b))));
  };
  if (table) {
    const form = document.querySelector(".controls");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", filter);
    byId("sort").addEventListener("change", sort);
    KG.onLanguage(filter);
  }
  KG.start();
})();
