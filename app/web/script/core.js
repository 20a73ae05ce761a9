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
  // A text that stays on the page is there in both languages, as those of the server are: the style sheet shows one.
  const inBoth = (key, slots = {}) => {
    const fill = (lang) => (texts[key]?.[lang] ?? "").replace(/\{(\w+)\}/g, (_, name) => slots[name]?.[lang] ?? slots[name] ?? "");
    return { zh: fill("zh"), en: fill("en") };
  };
  const both = (key, slots) => {
    const said = inBoth(key, slots), whole = document.createElement("span");
    whole.append(...["zh", "en"].map((lang) => Object.assign(document.createElement("span"), { className: lang, textContent: said[lang] })));
    return whole;
  };
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
  // Asks a function of the server for HTML. Where the server is gone Gradio gives undefined, or throws.
  async function call(name, asked, data) {
    let html;
    try { html = await parts[name].server[asked](data); } catch { html = null; }
    if (typeof html === "string") { warn(""); return html; }
    if (await isThere()) warn("unexpected");
    throw new Error("lost");
  }
  async function isThere() {
    let key = "lost";
    try {
      const answer = await fetch("wenju/alive", { cache: "no-store", redirect: "manual" });
      key = answer.ok ? "" : answer.type === "opaqueredirect" ? "logged_out" : "lost";
    } catch { /* lost */ }
    warn(key);
    return !key;
  }
  function warn(key) { // a line over any tab: the server does not answer; it goes once the server does
    let line = document.getElementById("wj-lost");
    if (!line && !key) return;
    if (!line) {
      line = Object.assign(document.createElement("p"), { id: "wj-lost" });
      line.setAttribute("role", "alert");
      document.body.append(line);
    }
    line.hidden = !key;
    line.replaceChildren(...(key ? [both(key)] : []));
  }
  // What a reader wrote stays where the server sends a form anew, as it does when reports came: a field that was taken out of the
  // page still holds its text.
  const fields = {}; // component -> its fields as they were last shown
  let writingIn = null;
  document.addEventListener("focusin", (event) => { writingIn = event.target; });
  function keepFields(name) {
    const now = all("input:not([type=file]), textarea, select", parts[name].element);
    for (const before of fields[name] || []) {
      const after = !before.isConnected && now.find((field) => (before.id || before.name) && field.id === before.id && field.name === before.name);
      if (!after) continue;
      if (before.type === "checkbox") { if (before.checked !== before.defaultChecked) after.checked = before.checked; }
      else if (before.tagName !== "SELECT") { if (before.value !== before.defaultValue) { after.value = before.value; after.style.height = before.style.height; } }
      else if (!before.selectedOptions[0]?.defaultSelected && [...after.options].some((option) => option.value === before.value)) after.value = before.value;
      if (before === writingIn && document.activeElement === document.body) after.focus({ preventScroll: true });
    }
    fields[name] = now;
  }
  function changed(name) {
    keepFields(name);
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

  return { root, parts, $, all, keep, word, inBoth, both, narrow, call, isThere, heard, connect, onChanged, onClick, onSubmit, onInput, onKey, onTab, onLanguage };
})();
