// The source viewer: any element with data-report, data-start and data-end and one of the classes below opens its passage.
(({ root, parts, $, all, word, narrow, onChanged, onClick, onKey, onTab }) => {
  let opened = null; // the control whose passage the viewer shows
  let returnTo = null; // where the focus goes when the viewer closes

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
  function close() {
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
  onChanged("evidence", () => { if (opened && opened.turn) { fillTabs(); markActive(); } });
  onTab(close);
  onClick(".viewer .back", close);
  onClick(".viewer :is(.go, .more)", (node) => show(addressOf(node), false));
  onClick(".cite, .open, .opens, .tab", (node, event) => {
    if (event.target.closest("blockquote, .card .open") && String(getSelection()).length) return; // selecting text is not a click
    openFrom(node, node.tagName === "BUTTON" && !node.classList.contains("tab"));
  });
  onKey((event, writing) => {
    if (event.key === "Escape" && frame() && !frame().hidden) { close(); return true; }
    if (!opened || writing || !["ArrowRight", "ArrowLeft"].includes(event.key)) return false;
    step(event.key === "ArrowRight" ? 1 : -1);
    return true;
  });
  window.wenju.viewer = { openFrom, show, close };
})(window.wenju);
