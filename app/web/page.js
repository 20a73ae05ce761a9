// The page's own behaviour: what is chosen, what is open, language, light and keys. All HTML comes from the server, already escaped.
(() => {
  "use strict";
  const root = document.documentElement;
  const parts = {}; // name -> {element, trigger, server}
  const chosen = { year: new Map(), report: new Map() };
  const texts = window.wenjuWords;
  let busy = 0; // when the question under way was sent; after PATIENCE another may be asked, for the server may be lost
  const PATIENCE = 30000;
  let opened = null; // the control whose passage the viewer shows
  let returnTo = null; // where the focus goes when the viewer closes

  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const keep = { get: (key) => { try { return localStorage.getItem("wenju-" + key); } catch { return null; } },
                 set: (key, value) => { try { localStorage.setItem("wenju-" + key, value); } catch { /* private mode */ } } };
  const word = (key) => texts[key] ? texts[key][root.dataset.lang] : "";
  const narrow = () => matchMedia("(max-width: 900px)").matches;

  // language, light, page -------------------------------------------------------------------------------------------
  function setLanguage(lang) {
    root.dataset.lang = lang;
    root.lang = lang === "zh" ? "zh-CN" : "en";
    placeholders();
    showChosen();
  }
  function setTheme(theme) {
    root.dataset.theme = theme;
  }
  function setPage(name) {
    const page = name === "find" ? "find" : "ask";
    if (root.dataset.page !== page) closeViewer();
    root.dataset.page = page;
    all("a.page").forEach((link) => link.dataset.page === page ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current"));
  }
  function placeholders() {
    all("[data-place]").forEach((field) => {
      const follow = field.dataset.place === "place_question" && $(".turn");
      field.placeholder = word(follow ? "place_follow" : field.dataset.place);
    });
  }
  // the server's components ------------------------------------------------------------------------------------------
  function connect(name, element, trigger, server, watch) {
    parts[name] = { element, trigger, server };
    if (name === "conversation") { element.setAttribute("role", "log"); element.setAttribute("aria-label", word("conversation")); }
    watch("value", () => changed(name));
    changed(name);
  }
  function changed(name) {
    if (name === "conversation") {
      busy = $('.turn[aria-busy="true"]') ? busy || Date.now() : 0;
      root.toggleAttribute("data-talking", Boolean($(".turn")));
      followAnswer();
    }
    if (name === "evidence" && opened && opened.turn) { fillTabs(); markActive(); }
    if (name === "head") setPage(location.hash.slice(1));
    if (name === "composer" || name === "finder" || name === "head") showChosen();
    if (name === "hits" && !narrow()) { const first = $("#wj-hits .open"); if (first) openFrom(first, false); }
    placeholders();
  }
  let settled = 0; // how many turns had been answered when the page last scrolled
  function followAnswer() {
    const turns = all(".turn");
    if (!busy && turns.length === settled) return;
    settled = busy ? settled : turns.length;
    const last = turns[turns.length - 1];
    if (!last) return;
    if (narrow()) last.scrollIntoView({ block: "start" });
    else $("#wj-conversation").scrollTop = last.offsetTop + 2;
  }

  // asking and finding -----------------------------------------------------------------------------------------------
  function scopeNow() { return { years: [...chosen.year.keys()].map(Number), reports: [...chosen.report.keys()] }; }
  function ask(text) {
    const question = text.trim();
    if (!question || Date.now() - busy < PATIENCE || !parts.composer) return;
    busy = Date.now();
    closeViewer();
    parts.composer.trigger("submit", { text: question, ...scopeNow() });
    const field = $("#wj-question");
    field.value = "";
    grow(field);
    if (!narrow()) field.focus();
  }
  function find(text) {
    if (text.trim() && parts.finder) parts.finder.trigger("submit", { text: text.trim(), ...scopeNow() });
  }
  function grow(field) {
    field.style.height = ""; // an empty field would take the height of its placeholder
    if (field.value) field.style.height = Math.min(field.scrollHeight, 160) + "px";
  }

  // the scope that is chosen -----------------------------------------------------------------------------------------
  function toggle(kind, value, label) {
    if (chosen[kind].has(value)) chosen[kind].delete(value); else chosen[kind].set(value, label);
    showChosen();
  }
  function showChosen() {
    all(".choice").forEach((choice) => choice.setAttribute("aria-pressed", String(chosen[choice.dataset.kind].has(choice.dataset.value))));
    all(".chosen").forEach((place) => {
      const chips = Object.keys(chosen).flatMap((kind) => [...chosen[kind]].map(([value, label]) => {
        const chip = document.createElement("button");
        chip.type = "button";
        chip.className = "chip drop";
        chip.dataset.kind = kind;
        chip.dataset.value = value;
        chip.title = label;
        chip.setAttribute("aria-label", word("remove") + " " + label);
        chip.append(Object.assign(document.createElement("span"), { textContent: label }));
        return chip;
      }));
      place.replaceChildren(...chips);
    });
  }
  const listLater = new Map();
  function seek(field) {
    clearTimeout(listLater.get(field));
    listLater.set(field, setTimeout(async () => {
      const list = $(".choices.reports", field.closest(".popover"));
      list.innerHTML = await parts.viewer.server.list_reports(field.value);
      showChosen();
    }, 120));
  }

  // the source viewer ------------------------------------------------------------------------------------------------
  const frame = () => $(".viewer");
  const addressOf = (control) => ({
    report: control.dataset.report, start: Number(control.dataset.start), end: Number(control.dataset.end),
    figures: (control.dataset.figures || "").split("\n").filter(Boolean),
  });
  async function show(address, focus) {
    const inner = $(".viewer-inner");
    let html;
    try { html = await parts.viewer.server.open_source(address); } catch { inner.textContent = word("lost"); return; }
    inner.innerHTML = html;
    nameViewer($(".source-head", inner));
    frame().hidden = false;
    root.toggleAttribute("data-reading", true);
    if (getComputedStyle($(".source-body", inner) || inner).display !== "grid") $(".outline", inner)?.removeAttribute("open");
    const outline = $(".outline", inner);
    const current = outline && $("[aria-current]", outline);
    if (current) outline.scrollTop = current.getBoundingClientRect().top - outline.getBoundingClientRect().top - outline.clientHeight / 3;
    const target = $("mark.quote", inner) || $(`section[data-at="${address.start}"]`, inner);
    inner.scrollTop = 0;
    if (target) {
      const gap = $("mark.quote", inner) ? inner.clientHeight * 0.32 : 16;
      inner.scrollTop = target.getBoundingClientRect().top - inner.getBoundingClientRect().top - gap;
    }
    if (focus) $(".viewer .back").focus({ preventScroll: true });
  }
  function nameViewer(head) {
    const line = (name, selector) => Object.assign(document.createElement(name), { textContent: head ? all(selector, head).map((node) => node.innerText || node.textContent).join(" › ") : "" });
    $(".viewer-name").replaceChildren(line("b", "h2"), line("span", ".step"));
  }
  async function openFrom(control, focus) {
    const turn = control.dataset.turn || control.closest(".evidence")?.dataset.turn || "";
    opened = { turn, n: control.dataset.n || "", hit: control.closest(".hits") ? control.closest(".card") : null };
    if (focus) returnTo = control;
    const panel = $(".evidence");
    if (turn && panel && panel.dataset.turn !== turn) parts.conversation.trigger("select", { turn: Number(turn) });
    fillTabs();
    markActive();
    await show(addressOf(control), focus);
  }
  function closeViewer() {
    if (!frame() || frame().hidden) return;
    frame().hidden = true;
    root.removeAttribute("data-reading");
    opened = null;
    $(".viewer-inner").replaceChildren();
    if (returnTo?.isConnected) returnTo.focus({ preventScroll: true });
    returnTo = null;
  }
  function fillTabs() {
    const cards = opened?.turn ? all(".evidence .card") : [];
    $(".viewer .tabs").replaceChildren(...cards.map((card) => {
      const tab = document.createElement("button");
      const source = $(".open", card);
      tab.type = "button";
      tab.className = "tab";
      Object.assign(tab.dataset, source.dataset, { turn: $(".evidence").dataset.turn, n: card.dataset.n });
      tab.textContent = card.dataset.n;
      tab.title = $(".title", card).textContent;
      tab.setAttribute("aria-label", $(".cite .vh", card).innerText + " " + tab.title);
      return tab;
    }));
  }
  function markActive() {
    const { turn, n, hit } = opened || {};
    all(".cite.on, .card.on, .tab.on").forEach((node) => node.classList.remove("on"));
    if (hit) hit.classList.add("on");
    if (!turn || !n) return;
    all(`.cite[data-turn="${turn}"][data-n="${n}"], .tab[data-n="${n}"]`).forEach((node) => node.classList.add("on"));
    const card = document.getElementById(`card-${turn}-${n}`);
    if (!card) return;
    card.classList.add("on");
    if (!narrow()) card.scrollIntoView({ block: "nearest" });
  }
  function step(by) {
    const tabs = all(".viewer .tab");
    const at = tabs.findIndex((tab) => tab.classList.contains("on"));
    const next = tabs[at + by];
    if (next) openFrom(next, false);
  }

  // copying and tips -------------------------------------------------------------------------------------------------
  async function copy(button) {
    const text = button.dataset.copy;
    let done = true;
    try { await navigator.clipboard.writeText(text); } catch { done = copyByHand(text); }
    const old = button.style.minWidth;
    button.style.minWidth = button.offsetWidth + "px";
    button.dataset.done = word(done ? "copied" : "copy_failed");
    setTimeout(() => { delete button.dataset.done; button.style.minWidth = old; }, 1600);
  }
  function copyByHand(text) { // navigator.clipboard is missing on plain http from another machine
    const field = Object.assign(document.createElement("textarea"), { value: text, className: "vh" });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
  function tip(figure) {
    const shown = $("#wj-tip") || document.body.appendChild(Object.assign(document.createElement("div"), { id: "wj-tip" }));
    shown.setAttribute("role", "tooltip");
    shown.hidden = !figure;
    if (!figure) return;
    const { proof, formula } = figure.dataset;
    const label = Object.assign(document.createElement("b"), { textContent: word(proof) });
    shown.replaceChildren(label, document.createTextNode(formula || word(proof + "_line")));
    shown.className = proof;
    const box = figure.getBoundingClientRect();
    const left = Math.min(box.left, innerWidth - shown.offsetWidth - 12);
    const below = box.top < shown.offsetHeight + 16;
    shown.style.left = Math.max(12, left) + "px";
    shown.style.top = (below ? box.bottom + 8 : box.top - shown.offsetHeight - 8) + "px";
  }

  // events -----------------------------------------------------------------------------------------------------------
  const clicks = {
    "[data-ask]": (node) => ask(node.dataset.ask),
    "[data-switch=language]": () => { const next = root.dataset.lang === "zh" ? "en" : "zh"; keep.set("lang", next); setLanguage(next); },
    "[data-switch=theme]": () => { const next = root.dataset.theme === "dark" ? "light" : "dark"; keep.set("theme", next); setTheme(next); },
    ".copy": copy,
    ".only": (node) => { chosen.report.clear(); toggle("report", node.dataset.report, node.dataset.title); $("#wj-question").focus(); },
    ".new": () => { closeViewer(); parts.composer.trigger("clear"); $("#wj-question").focus(); },
    ".back": closeViewer,
    ".choice": (node) => toggle(node.dataset.kind, node.dataset.value, $(".title", node)?.textContent || node.innerText.trim()),
    ".drop": (node) => toggle(node.dataset.kind, node.dataset.value, ""),
    ".go, .more": (node) => show(addressOf(node), false),
    ".to-evidence": toEvidence,
    ".cite, .open, .opens, .tab": (node) => openFrom(node, node.tagName === "BUTTON" && !node.classList.contains("tab")),
  };
  function toEvidence(node) {
    closeViewer();
    if ($(".evidence")?.dataset.turn !== node.dataset.turn) parts.conversation.trigger("select", { turn: Number(node.dataset.turn) });
    $("#wj-evidence").scrollIntoView({ block: "start", behavior: "smooth" });
  }
  document.addEventListener("click", (event) => {
    all("details.pick[open]").forEach((pick) => { if (!pick.contains(event.target)) pick.open = false; });
    if (event.target.closest("blockquote, .card .open") && String(getSelection()).length) return; // selecting text is not a click
    for (const [selector, act] of Object.entries(clicks)) {
      const node = event.target.closest(selector);
      if (node) { act(node); return; }
    }
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-form]");
    if (!form) return;
    event.preventDefault();
    if (form.dataset.form === "ask") ask($("#wj-question").value); else find($("#wj-query").value);
  });
  document.addEventListener("input", (event) => {
    if (event.target.id === "wj-question") grow(event.target);
    if (event.target.matches(".seek")) seek(event.target);
  });
  document.addEventListener("keydown", (event) => {
    const writing = event.target.matches("input, textarea");
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229 && event.target.id === "wj-question") {
      event.preventDefault();
      ask(event.target.value);
    } else if (event.key === "Escape") {
      const pick = $("details.pick[open]");
      if (pick) { pick.open = false; $("summary", pick).focus(); } else closeViewer();
    } else if (event.key === "/" && !writing) {
      event.preventDefault();
      $(root.dataset.page === "find" ? "#wj-query" : "#wj-question").focus();
    } else if (opened && !writing && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      step(event.key === "ArrowRight" ? 1 : -1);
    }
  });
  for (const [name, shows] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
    document.addEventListener(name, (event) => {
      const figure = event.target.closest?.(".reply .fig");
      if (figure) tip(shows ? figure : null);
    });
  }
  addEventListener("scroll", () => { if ($("#wj-tip")) tip(null); }, { capture: true, passive: true });

  // start ------------------------------------------------------------------------------------------------------------
  setLanguage(keep.get("lang") || ((navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en"));
  setTheme(keep.get("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  setPage(location.hash.slice(1));
  addEventListener("hashchange", () => setPage(location.hash.slice(1)));

  window.wenju = { connect };
})();
