// Parts that the pages of things share: counts that lead to their section, facts, sentences shown in place, choices, and a
// table of years in which a year without a report looks like a gap and not like silence.
const T = (() => {
  "use strict";
  const { el, say } = KG;
  const data = (words, className = "data") => el("span", { className }, words);
  const names = (programme) => [programme.zh, ...programme.aliases];
  const many = (count, zh, one, more = `${one}s`) => say(`${P.number(count)} ${zh}`, `${P.number(count)} ${count === 1 ? one : more}`);
  const joined = (nodes, between = " · ") => nodes.flatMap((node, at) => (at ? [between, node] : [node]));
  const grouped = (rows, key) => {
    const found = new Map();
    for (const row of rows) {
      const value = key(row);
      if (found.has(value)) found.get(value).push(row); else found.set(value, [row]);
    }
    return found;
  };
  const distinct = (rows, key) => new Set(rows.map((row) => row[key])).size;
  const title = (words, small) => P.title(data(words), small || "");
  // A concept by its name in the language of the page, and below it the other one.
  const heading = (one) => {
    const english = one.en.slice(0, 1).toUpperCase() + one.en.slice(1);
    return english ? P.title(say(data(one.zh), english), say(english, data(one.zh))) : title(one.zh);
  };
  const network = (kind, id) => el("a", { className: "chip", href: `network.html#/${kind}/${encodeURIComponent(id)}` }, say("在网络图中看", "See in the network"));
  const curation = (one) => A.word("curation", one.curated ? "curated" : "candidate");

  // --- counts at the head of a page, each leading to where they are told ---
  const jump = (id) => {
    const section = document.getElementById(id);
    if (!section) return;
    section.scrollIntoView({ block: "start" });
    const heading = section.querySelector("h2");
    if (heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
  };
  const counts = (...items) => el("ul", { className: "counts strip" }, ...items.filter((item) => item && item[0]).map(([count, words, to, status]) => {
    const inside = [el("b", { className: status || "" }, typeof count === "number" ? P.number(count) : count), status ? P.mark(status) : "", status ? ` ${words}` : words].filter(Boolean);
    return el("li", {}, to ? el("button", { type: "button", on: { click: () => jump(to) } }, ...inside) : el("div", {}, ...inside));
  }));

  // --- facts: what is known, and nothing for what is not ---
  const facts = () => {
    const list = el("dl", { className: "facts" });
    return { list, add: (head, ...nodes) => { if (nodes.some(Boolean)) list.append(el("dt", {}, head), el("dd", {}, ...nodes.filter((node) => node !== "" && node !== null))); } };
  };

  // --- one of several ways to look at something: [words, value] ---
  const choices = (options, draw, labelled, start = 0) => {
    const held = el("div");
    const buttons = options.map(([words], at) => el("button", { className: "chip", type: "button", on: { click: () => choose(at) } }, ...[].concat(words)));
    const choose = (at) => {
      buttons.forEach((button, n) => button.setAttribute("aria-pressed", String(n === at)));
      held.replaceChildren(draw(options[at][1]));
    };
    choose(start);
    return el("div", {}, options.length > 1 ? el("div", { className: "choices", role: "group", ariaLabel: labelled }, ...buttons) : null, held);
  };
  // All, and each value that some rows have, most frequent first.
  const kinds = (rows, key, said, { marked = () => "", count = (some) => some.length } = {}) => {
    const groups = [...grouped(rows, key)].sort((a, b) => b[1].length - a[1].length || P.compare(a[0], b[0]));
    const all = [say(`全部 ${P.number(count(rows))}`, `All ${P.number(count(rows))}`), rows];
    return groups.length < 2 ? [all] : [all, ...groups.map(([value, some]) => [[marked(value), ` ${said(value)} ${P.number(count(some))}`].filter(Boolean), some])];
  };

  // --- sentences ---
  const quote = async (statement, wanted) => {
    const said = await A.sentence(statement.sentence);
    const place = statement.place >= 0 && statement.place !== undefined ? P.place(statement.place) : null;
    const about = [statement.year, statement.status && A.word("status", statement.status), said.role && A.word("role", said.role)].filter(Boolean);
    return el("blockquote", { className: statement.status || "" },
      el("p", { className: "about" }, ...(statement.status ? [P.mark(statement.status), " "] : []), ...joined([place, ...about].filter(Boolean))),
      KG.marked(said.words, wanted),
      said.report ? el("cite", {}, P.link("report", said.report.source, said.report.title), say(` · 第 ${said.start}–${said.end} 字`, ` · characters ${said.start}–${said.end}`)) : null);
  };
  const quotes = (statements, wanted, step = 6) => {
    const body = el("div", { className: "quotes spread" }), foot = el("p", { className: "foot" });
    let shown = 0;
    const more = async () => {
      const next = statements.slice(shown, shown + step);
      shown += next.length;
      const rest = statements.length - shown;
      foot.replaceChildren(...(rest ? [el("button", { className: "chip", type: "button", on: { click: more } }, say(`再看 ${Math.min(step, rest)} 句（还有 ${rest} 句）`, `${Math.min(step, rest)} more (${rest} left)`))] : []));
      try {
        body.append(...await Promise.all(next.map((one) => quote(one, wanted))));
      } catch (error) {
        body.append(P.empty(say(`读不到原文文件 ${error.message}：请把 data 文件夹放在 index.html 旁边。`, `Cannot read ${error.message}: keep the folder data beside index.html.`)));
      }
    };
    more();
    return el("div", {}, body, foot);
  };
  // What a table of statements adds to its download: the sentence and where it stands.
  const told = (part) => (row) => A.sentence(row.sentence).then((said) => said[part], () => "");
  const sentences = () => [["words", say("原文句子", "Sentence")], ["start", say("起", "Start")], ["end", say("止", "End")]]
    .map(([part, head]) => ({ head, hidden: true, value: () => "", save: told(part) }));
  // Columns that would say nothing here are left to the download.
  const telling = (rows, columns) => columns.map((column) => (column.sparse && rows.every((row) => column.value(row) === "" || column.value(row) === undefined) ? { ...column, hidden: true } : column));
  const tally = (head, value) => ({ head, value, number: true, show: (row) => (value(row) ? P.number(value(row)) : el("span", { className: "faint" }, "·")) });
  const source = (wanted, heading = () => "") => ({ head: say("原文", "Source"), value: (row) => A.reports[A.reportOf(row)]?.source || "", show: (row) => P.source(row, wanted(row), heading(row)) });

  // --- years ---
  const WIDEST = 20;
  const range = (years) => {
    const list = [...new Set(years)].filter((year) => /^\d{4}$/.test(year)).sort();
    if (!list.length) return [];
    const [from, to] = [Number(list[0]), Number(list[list.length - 1])];
    return to - from > WIDEST ? list : Array.from({ length: to - from + 1 }, (_, n) => String(from + n));
  };
  const reported = (place, year) => A.of("reports", "place", place).some((report) => report.year === year);
  const NONE = () => say("没有收录该年的报告", "no report of that year is here");
  const legend = () => el("p", { className: "legend" }, el("i", { className: "gap swatch" }), el("span", {}, say("没有收录该年的报告，不等于没有做", "no report of that year here, which says nothing of what was done")),
    el("i", { className: "blank swatch" }), el("span", {}, say("有报告，没有提到", "a report, and no word of it")));
  // Rows are { head, name, names, runs, place, group? }; marks open the sentences, filters leave what they say.
  const timeline = ({ rows, heading, years, step = 24, missing = null }) => {
    let wanted = "", status = "", shown = step;
    const body = el("tbody"), foot = el("p", { className: "foot" }), box = el("div", { className: "scroll whole" });
    const fits = (row) => (!status || row.runs.some((run) => run.status === status)) && row.name.toLowerCase().includes(wanted);
    const cell = (row) => (year) => {
      const some = row.runs.filter((run) => run.year === year), gap = !reported(row.place, year);
      if (!some.length) return el("td", gap ? { className: "gap", title: NONE() } : {});
      const about = `${row.name} ${year} ${P.told(some)}`;
      return el("td", { className: gap ? "gap" : "" }, el("button", { type: "button", title: about, ariaLabel: about, on: { click: () => P.evidence(`${row.name} · ${year}`, some, row.names) } },
        ...P.byStatus(some).map(([each]) => P.mark(each))));
    };
    const draw = () => {
      const some = rows.filter(fits);
      let group;
      body.replaceChildren(...some.slice(0, shown).flatMap((row) => {
        const head = row.group && row.group !== group ? [el("tr", { className: "group" }, el("th", { colSpan: years.length + 1 }, row.group, el("small", {}, String(some.filter((each) => each.group === row.group).length))))] : [];
        group = row.group;
        return [...head, el("tr", {}, el("th", { scope: "row" }, row.head, row.about ? el("small", { className: "above" }, row.about) : ""), ...years.map(cell(row)))];
      }));
      box.classList.toggle("whole", shown <= step * 2);
      const rest = some.length - shown;
      foot.replaceChildren(...(rest > 0 ? [el("button", { className: "chip", type: "button", on: { click: () => { shown += step * 4; draw(); } } }, say(`再看 ${Math.min(step * 4, rest)} 行（还有 ${rest} 行）`, `${Math.min(step * 4, rest)} more rows (${rest} left)`))]
        : some.length ? [] : [say("没有符合的。", "Nothing fits.")]));
    };
    const pressed = P.STATUSES.map((each) => [each, rows.filter((row) => row.runs.some((run) => run.status === each)).length]).filter(([, count]) => count);
    const buttons = [["", rows.length], ...pressed].map(([each, count]) => el("button", { className: "chip", type: "button", ariaPressed: String(!each), on: { click: (event) => {
      status = each; shown = step;
      buttons.forEach((button) => button.setAttribute("aria-pressed", String(button === event.currentTarget)));
      draw();
    } } }, ...(each ? [P.mark(each), ` ${A.word("status", each)} ${count}`] : [say(`全部 ${count}`, `All ${count}`)])));
    const find = el("input", { type: "search", placeholder: say("查找…", "Find…"), ariaLabel: say("在表中查找", "Find in this table"), on: { input: (event) => { wanted = event.target.value.trim().toLowerCase(); shown = step; draw(); } } });
    draw();
    box.append(el("table", { className: years.length > 6 ? "timeline narrow" : "timeline" }, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, heading),
      ...years.map((year) => el("th", { scope: "col" }, year, missing && missing(year) ? el("small", {}, say("无报告", "no report")) : "")))), body));
    return el("div", { className: "tabled" }, el("div", { className: "tools choices" }, ...buttons, rows.length > 12 ? find : null), box, foot, legend());
  };
  // Which years of the whole build have a report of this place.
  const gaps = (place) => {
    const years = range(A.reports.map((report) => report.year)), mine = A.of("reports", "place", place);
    return el("span", { className: "gaps" }, ...(years.length ? years : [""]).map((year) => {
      const some = mine.filter((report) => report.year === year);
      return some.length ? P.link("report", some[0].source, year, { title: some.map((report) => report.title).join("\n"), className: "here" }) : el("span", { className: "gap", title: NONE() }, year);
    }));
  };
  return { data, names, many, joined, grouped, distinct, title, heading, network, curation, counts, facts, choices, kinds, quotes, sentences, telling, tally, source, range, reported, timeline, gaps };
})();
