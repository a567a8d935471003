// Words in two languages, elements made of text (never of markup), and sentences with a name marked in them.
const KG = (() => {
  "use strict";
  const data = JSON.parse(document.getElementById("kg-data").textContent);
  const english = () => document.documentElement.lang === "en";
  const say = (zh, en) => (english() ? en : zh);
  const word = (notation) => {
    const pair = Object.hasOwn(data.words, notation) ? data.words[notation] : [notation, notation];
    return pair[english() ? 1 : 0];
  };
  const el = (tag, props, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(props || {})) {
      if (name === "on") Object.entries(value).forEach(([event, does]) => made.addEventListener(event, does));
      else if (name in made) made[name] = value;
      else made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };
  // A sentence as a paragraph in which a name (or any of several) is marked, whatever marks stand in either of them. Where no
  // name stands there as it is, the longest part of the first that does is marked: names are put together from lists.
  const QUOTES = "[“”‘’\"'《》〈〉、·\\s]*", LEAST = 3, MOST = 60;
  const pattern = (letters) => letters.map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join(QUOTES);
  const bare = (words) => [...words.replace(new RegExp(QUOTES, "g"), "")];
  const shared = (sentence, letters) => {
    const within = bare(sentence).join("");
    for (let size = letters.length; size >= LEAST; size -= 1) {
      for (let at = 0; at + size <= letters.length; at += 1) if (within.includes(letters.slice(at, at + size).join(""))) return [letters.slice(at, at + size)];
    }
    return [];
  };
  const marked = (sentence, name) => {
    const paragraph = el("p", { className: "data" });
    const wanted = [].concat(name).map(bare).filter((letters) => letters.length).sort((a, b) => b.length - a.length);
    const cut = (names) => (names.length ? sentence.split(new RegExp(`(${names.map(pattern).join("|")})`)) : [sentence]);
    let parts = cut(wanted);
    if (parts.length === 1 && wanted.length) parts = cut(shared(sentence, bare([].concat(name)[0]).slice(0, MOST)));
    parts.forEach((part, index) => paragraph.append(index % 2 ? el("mark", {}, part) : part));
    return paragraph;
  };
  const listeners = [];
  const setLanguage = (language) => {
    document.documentElement.lang = language;
    document.querySelectorAll("[data-zh]").forEach((each) => { each[each.dataset.into || "textContent"] = say(each.dataset.zh, each.dataset.en); });
    try { localStorage.setItem("kg-language", language); } catch { /* a page opened from disk may not be allowed to */ }
    listeners.forEach((listener) => listener());
  };
  const start = () => {
    let language = "zh-CN";
    try { language = localStorage.getItem("kg-language") === "en" ? "en" : "zh-CN"; } catch { /* as above */ }
    document.querySelectorAll("[data-language]").forEach((button) =>
      button.addEventListener("click", () => setLanguage(english() ? "zh-CN" : "en")));
    setLanguage(language);
  };
  return { data, say, word, el, marked, start, onLanguage: (listener) => listeners.push(listener) };
})();
