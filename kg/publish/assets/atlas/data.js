// What the page knows: the rows of the build with names for their columns, indexes, and sentences when they are asked for.
const A = (() => {
  "use strict";
  const raw = KG.data;
  const COLUMNS = {
    reports: "source title place year publisher issued kind copies",
    runs: "programme place year status sentence rule statement",
    outcomes: "series award edition level result recipient place year count rank sentence programme statement",
    deeds: "body relation place year sentence",
    papers: "document relation place year sentence planned",
    observations: "indicator written value unit change place year about raw sentence target statement",
    programmes: "id zh en kind curated aliases definition meaning beganYear beganLevel beganIn broader former sources",
    series: "id zh en level curated by",
    indicators: "id zh en curated",
    bodies: "zh kind place",
    documents: "zh kind",
    places: "id path level code since until above",
    changes: "date kind before after source",
  };
  const all = {};
  for (const [name, columns] of Object.entries(COLUMNS)) {
    const keys = columns.split(" ");
    all[name] = (raw[name] || []).map((row, n) => {
      const one = { n };
      keys.forEach((key, k) => { one[key] = row[k]; });
      return one;
    });
  }
  const group = (rows, key) => {
    const found = new Map();
    for (const row of rows) {
      const value = row[key];
      if (found.has(value)) found.get(value).push(row); else found.set(value, [row]);
    }
    return found;
  };
  const lazily = (make) => { let made; return () => (made === undefined ? (made = make()) : made); };
  const index = {};
  for (const [name, key] of [["runs", "programme"], ["runs", "place"], ["outcomes", "place"], ["outcomes", "series"],
    ["outcomes", "programme"], ["deeds", "place"], ["deeds", "body"], ["papers", "place"], ["papers", "document"],
    ["observations", "place"], ["observations", "indicator"], ["reports", "place"], ["places", "above"]]) {
    index[`${name}/${key}`] = lazily(() => group(all[name], key));
  }
  const of = (name, key, value) => index[`${name}/${key}`]().get(value) || [];
  const byId = (name, field = "id") => lazily(() => new Map(all[name].map((one) => [one[field], one])));
  const ids = { places: byId("places"), paths: byId("places", "path"), programmes: byId("programmes"),
    series: byId("series"), indicators: byId("indicators"), documents: byId("documents", "zh") };
  const find = (name, id) => ids[name]().get(id);

  // --- words ---
  const upper = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
  const word = (scheme, notation) => {
    const pair = raw.terms && Object.hasOwn(raw.terms[scheme] || {}, notation) && raw.terms[scheme][notation];
    return pair ? KG.say(pair[0], upper(pair[1])) : notation;
  };
  const label = (thing) => KG.say(thing.zh, upper(thing.en || thing.zh));
  const placeLabel = (place) => place.path.slice(place.path.lastIndexOf("/") + 1);

  // --- years ---
  const known = (rows) => [...new Set(rows.map((row) => row.year).filter(Boolean))].sort();
  // 2021 2022 2023 as 2021–23, gaps kept.
  const span = (years) => {
    const parts = [];
    let from = "";
    const list = [...new Set(years)].filter(Boolean).sort();
    list.forEach((year, at) => {
      if (!from) from = year;
      if (Number(list[at + 1]) !== Number(year) + 1) {
        parts.push(from === year ? year : Number(year) === Number(from) + 1 ? `${from} ${year}` : `${from}–${year.slice(-2)}`);
        from = "";
      }
    });
    return parts.join(" ");
  };
  const ran = (runs) => known(runs.filter((run) => run.status === "implemented"))[0] || "";
  const first = (runs) => ran(runs) || known(runs)[0] || "";

  // --- sentences, from the page or from files beside it ---
  const parts = new Map();
  globalThis.KG_SENTENCES = (number, list) => { parts.get(number).done(list); };
  const load = (number) => {
    if (!parts.has(number)) {
      const part = {};
      part.list = new Promise((done, failed) => {
        part.done = done;
        const script = document.createElement("script");
        script.src = `data/sentences-${String(number).padStart(4, "0")}.js`;
        script.onerror = () => { parts.delete(number); failed(new Error(script.src)); };
        document.head.append(script);
      });
      parts.set(number, part);
    }
    return parts.get(number).list;
  };
  const sentence = async (number) => {
    const row = raw.share ? (await load(Math.floor(number / raw.share)))[number % raw.share] : raw.sentences[number];
    const [words, report, start, end, role] = row;
    return { words, report: all.reports[report], start, end, role };
  };
  const reportOf = (row) => raw.sources[row.sentence];
  return { ...all, terms: raw.terms || {}, reportOf, questions: raw.questions || [], of, find, word, label, placeLabel, known, span, ran, first, sentence };
})();
