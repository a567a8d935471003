// Parts that views are made of: links, marks, tables that sort and download, timelines, the drawer of evidence.
const P = (() => {
  "use strict";
  const { el, say } = KG;
  const MARKS = { implemented: "●", planned: "○", problem: "▲" };
  const STATUSES = Object.keys(MARKS);
  const address = (kind, id) => `#/${kind}/${encodeURIComponent(id)}`;
  const link = (kind, id, words, props = {}) => el("a", { href: address(kind, id), className: "data", ...props }, words);
  const place = (number) => {
    const one = A.places[number];
    return one ? link("place", one.id, A.placeLabel(one), { title: one.path }) : el("span", { className: "faint" }, "—");
  };
  const programme = (one) => link("programme", one.id, A.label(one), one.curated ? {} : { className: "data candidate" });
  const title = (words, small) => el("h1", { tabIndex: -1 }, words, small ? el("small", {}, small) : null);
  const hint = (words) => el("p", { className: "hint" }, words);
  const section = (id, heading, ...content) => el("section", { id }, el("h2", {}, heading), ...content);
  const number = (value) => Number(value).toLocaleString("en-US");
  const empty = (words) => el("p", { className: "empty" }, words);

  // --- marks: shape and colour say the status, the years stand beside ---
  const mark = (status) => el("span", { className: `mark ${status}`, title: A.word("status", status) }, MARKS[status] || "·");
  const byStatus = (runs) => STATUSES.map((status) => [status, runs.filter((run) => run.status === status)]).filter(([, some]) => some.length);
  const told = (runs) => byStatus(runs).map(([status, some]) => `${A.word("status", status)} ${A.span(some.map((run) => run.year))}`.trim()).join(say("；", "; "));
  const legend = () => el("p", { className: "legend" }, ...STATUSES.flatMap((status) => [mark(status), el("span", {}, A.word("status", status))]));

  // --- CSV: what a spreadsheet would take for a formula is kept from being one (OWASP, CSV injection) ---
  const harmless = (value) => {
    const words = value === null || value === undefined ? "" : String(value);
    return /^[=+\-@\t\r\n＝＋－＠]/.test(words) && !/^[+-]?\d+(\.\d+)?$/.test(words) ? `'${words}` : words;
  };
  const csv = (header, rows) => "\ufeff" + [header, ...rows]
    .map((row) => row.map((cell) => { const safe = harmless(cell); return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe; }).join(","))
    .join("\r\n") + "\r\n";
  // A name that every file system takes: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
  const named = (name) => { const [, stem, end] = /^(.*?)(\.\w+)?$/s.exec(name); return [...stem.replace(/[\s\\/:*?"<>|\u0000-\u001f]+/g, "-")].slice(0, 80).join("") + (end || ""); };
  const save = (name, content, type = "text/csv;charset=utf-8") => {
    const url = URL.createObjectURL(new Blob([content], { type }));
    el("a", { href: url, download: named(name) }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };
  const saver = (name, header, rows) => el("button", { className: "chip", type: "button", on: { click: async () => save(`${name}.csv`, csv(header(), await rows())) } }, say("下载 CSV", "Download CSV"));

  // --- tables: columns are { head, title?, value, show?, number?, wide?, hidden?, save? }; value sorts and downloads, show is what is
  // seen; a hidden column is only in the download, save is its value there and may be a promise ---
  const STEP = 100;
  const compare = (a, b, asNumber) => {
    if (asNumber) {
      const [x, y] = [a, b].map((value) => (value === "" || value === null ? -Infinity : Number(value)));
      return x - y || 0;
    }
    return String(a).localeCompare(String(b), "zh-Hans-CN");
  };
  const table = ({ name, columns: all, rows, find = rows.length > 12, sort = null, step = STEP, more = null }) => {
    let order = sort, wanted = "", shown = step;
    const columns = all.filter((column) => !column.hidden);
    const body = el("tbody"), count = el("output", { className: "count" }), foot = el("p", { className: "foot" });
    const texts = new Map();
    const text = (row) => {
      if (!texts.has(row)) texts.set(row, columns.map((column) => column.value(row)).join("\u0001").toLowerCase());
      return texts.get(row);
    };
    const chosen = () => {
      const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
      const some = words.length ? rows.filter((row) => words.every((one) => text(row).includes(one))) : [...rows];
      if (order) some.sort((a, b) => order.way * compare(order.column.value(a), order.column.value(b), order.column.number));
      return some;
    };
    const heads = columns.map((column) => {
      const button = el("button", { type: "button", on: { click: () => {
        const way = order && order.column === column ? -order.way : column.number ? -1 : 1;
        order = { column, way };
        draw();
      } } }, column.head);
      return el("th", { scope: "col", className: column.number ? "number" : "" }, button);
    });
    const cell = (row) => (column, at) => {
      const content = column.show ? column.show(row) : column.value(row);
      const nodes = Array.isArray(content) ? content : [content];
      return el(at === 0 ? "th" : "td", { className: [column.number ? "number" : "", column.wide ? "wide" : ""].join(" ").trim() },
        ...nodes.map((node) => (typeof node === "string" || typeof node === "number" ? el("span", { className: "data" }, String(node)) : node)));
    };
    const draw = () => {
      const some = chosen();
      body.replaceChildren(...some.slice(0, shown).map((row) => el("tr", {}, ...columns.map(cell(row)))));
      heads.forEach((head, at) => {
        const active = order && order.column === columns[at];
        if (active) head.setAttribute("aria-sort", order.way > 0 ? "ascending" : "descending"); else head.removeAttribute("aria-sort");
      });
      count.textContent = some.length === rows.length ? say(`共 ${number(rows.length)} 行`, `${number(rows.length)} rows`) : say(`${number(some.length)} / ${number(rows.length)} 行`, `${number(some.length)} of ${number(rows.length)} rows`);
      foot.replaceChildren(...(some.length > shown ? [
        el("button", { className: "chip", type: "button", on: { click: () => { shown += step * 5; draw(); } } }, say(`再看 ${number(Math.min(step * 5, some.length - shown))} 行`, `${number(Math.min(step * 5, some.length - shown))} more`)),
      ] : []), ...(more ? [more] : []));
    };
    const box = el("input", { type: "search", placeholder: say("在表中查找…", "Find in this table…"), ariaLabel: say("在表中查找", "Find in this table"),
      on: { input: (event) => { wanted = event.target.value; shown = step; draw(); } } });
    draw();
    return el("div", { className: "tabled" },
      el("div", { className: "tools" }, find ? box : null, count, saver(name, () => all.map((column) => column.title || column.head), () => Promise.all(chosen().map((row) => Promise.all(all.map((column) => (column.save || column.value)(row))))))),
      el("div", { className: "scroll" }, el("table", {}, el("thead", {}, el("tr", {}, ...heads)), body)), foot);
  };

  // --- the sentences behind something, in a drawer; statements are rows with a sentence and more ---
  const drawer = () => document.getElementById("drawer");
  const quote = async (statement, name) => {
    const said = await A.sentence(statement.sentence);
    const about = [statement.year, statement.status ? A.word("status", statement.status) : "", said.role ? A.word("role", said.role) : ""].filter(Boolean).join(" · ");
    const where = said.report ? [el("a", { href: address("report", said.report.source), className: "data" }, said.report.title), ` · ${said.start}–${said.end}`] : [];
    return el("blockquote", { className: statement.status || "" },
      el("p", { className: "about" }, statement.status ? mark(statement.status) : null, ` ${about}`),
      KG.marked(said.words, name), el("cite", {}, ...where));
  };
  const LONG = 40;
  const evidence = async (heading, statements, name, ...before) => {
    const box = drawer(), body = el("div", { className: "quotes" });
    const seen = new Set();
    const different = statements.filter((one) => { const key = `${one.sentence}/${one.status || one.relation || one.result || ""}/${one.year}`; return !seen.has(key) && seen.add(key); })
      .sort((a, b) => compare(a.year || "", b.year || "") || a.sentence - b.sentence);
    box.replaceChildren(
      el("button", { className: "close", type: "button", ariaLabel: say("关闭", "Close"), on: { click: () => box.close() } }, "×"),
      el("h2", { className: "data" }, heading), ...before,
      el("p", { className: "hint" }, say(`${different.length} 句原文`, `${different.length} ${different.length === 1 ? "sentence" : "sentences"}`)), body);
    if (!box.open) box.showModal();
    try {
      body.append(...await Promise.all(different.slice(0, LONG).map((one) => quote(one, name))));
      if (different.length > LONG) body.append(hint(say(`另有 ${different.length - LONG} 句，见 tables/implementations.csv。`, `${different.length - LONG} more are in tables/implementations.csv.`)));
    } catch (error) {
      body.append(empty(say(`读不到原文文件 ${error.message}：请把 data 文件夹放在 index.html 旁边。`, `Cannot read ${error.message}: keep the folder data beside index.html.`)));
    }
  };
  const source = (statement, name, heading) => el("button", { className: "quote", type: "button", title: say("看原文", "See the sentence"), ariaLabel: say("看原文", "See the sentence"), on: { click: () => evidence(heading || [].concat(name)[0], [statement], name) } }, "❝");

  // --- controls ---
  const select = (name, options, value, change, labelled) => {
    const menu = el("select", { name, ariaLabel: labelled, title: labelled, on: { change: (event) => change(event.target.value) } },
      ...options.map(([one, words]) => el("option", { value: one, selected: one === value }, words)));
    return menu;
  };
  const SVG = "http://www.w3.org/2000/svg";
  const svg = (tag, props = {}, ...children) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(props)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  return { MARKS, STATUSES, address, link, place, programme, title, hint, section, number, empty, mark, byStatus, told, legend, csv, harmless, save, saver,
    compare, table, evidence, source, select, svg };
})();
