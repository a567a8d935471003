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
  // A sentence as a paragraph in which the name is marked, whatever quotation marks either of them has.
  const QUOTES = "[“”‘’\"'《》〈〉]*";
  const marked = (sentence, name) => {
    const paragraph = el("p", { className: "data" });
    const letters = [...name.replace(new RegExp(QUOTES, "g"), "")].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
    const parts = letters.length ? sentence.split(new RegExp(`(${letters.join(QUOTES)})`)) : [sentence];
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
