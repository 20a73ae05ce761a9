// What every other script builds on: components of the server, texts, keys, tabs. All HTML comes from the server, already escaped.
window.wenju = (() => {
  const root = document.documentElement;
  const parts = {}; // name -> {element, trigger, server}
  const texts = window.wenjuWords;
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const keep = {
    get: (key) => { try { return localStorage.getItem("wenju-" + key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem("wenju-" + key, value); } catch { /* private mode */ } },
  };
  const word = (key, slots = {}) => (texts[key] ? texts[key][root.dataset.lang] : "").replace(/\{(\w+)\}/g, (_, name) => slots[name] ?? "");
  const narrow = () => matchMedia("(max-width: 900px)").matches;

  // A tab's script says what it wants to hear of; the first to register is the first to be called.
  const heard = { changed: [], click: [], submit: [], input: [], key: [], tab: [], language: [] };
  const onChanged = (name, act) => heard.changed.push({ name, act }); // a component has new HTML; name "*" for any
  const onClick = (selector, act) => heard.click.push({ selector, act }); // act(node, event); the first selector that fits takes it
  const onSubmit = (form, act) => heard.submit.push({ form, act }); // <form data-form="NAME">; act(form)
  const onInput = (selector, act) => heard.input.push({ selector, act }); // act(field)
  const onKey = (act) => heard.key.push(act); // act(event, writing) returns true if it took the key
  const onTab = (act) => heard.tab.push(act); // act(name, before)
  const onLanguage = (act) => heard.language.push(act);

  function connect(name, element, trigger, server, watch) {
    parts[name] = { element, trigger, server };
    watch("value", () => changed(name));
    changed(name);
  }
  function changed(name) {
    for (const { name: wanted, act } of heard.changed) if (wanted === name || wanted === "*") act(name);
  }
  document.addEventListener("click", (event) => {
    for (const { selector, act } of heard.click) {
      const node = event.target.closest(selector);
      if (node) { act(node, event); return; }
    }
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-form]");
    if (!form) return;
    event.preventDefault();
    for (const { form: name, act } of heard.submit) if (form.dataset.form === name) act(form);
  });
  document.addEventListener("input", (event) => {
    for (const { selector, act } of heard.input) if (event.target.matches(selector) && !event.isComposing) act(event.target, event);
  });
  document.addEventListener("compositionend", (event) => event.target.dispatchEvent(new InputEvent("input", { bubbles: true })));
  document.addEventListener("keydown", (event) => {
    const writing = event.target.matches("input, textarea, select");
    for (const act of heard.key) if (act(event, writing)) { event.preventDefault(); return; }
  });

  return { root, parts, $, all, keep, word, narrow, heard, connect, onChanged, onClick, onSubmit, onInput, onKey, onTab, onLanguage };
})();
