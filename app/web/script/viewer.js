// The source viewer: any element with data-report, data-start and data-end and one of the classes below opens its passage.
(({ root, parts, $, all, word, both, narrow, call, onChanged, onClick, onKey, onTab }) => {
  let opened = null; // the control whose passage the viewer shows
  let returnTo = null; // where the focus goes when the viewer closes

  let at = null; // what the viewer shows: {report, start, end}

  // The address bar, and the link that is copied, lead back here: ?report=KEY#TAB:START-END.
  function link({ report, start, end }) { return `?report=${encodeURIComponent(report)}#${root.dataset.tab}:${start}-${end}`; }
  // The first source has an entry of its own in the history, so that Back closes it; another takes its place.
  const named = () => new URLSearchParams(location.search).get("report");
  function setAddress() {
    const under = named() === null || Boolean(history.state?.under);
    history[named() === null ? "pushState" : "replaceState"]({ source: at, under }, "", link(at));
    const copy = $(".viewer .copy-link");
    if (copy) copy.dataset.copy = location.origin + location.pathname + link(at);
  }
  function clearAddress() {
    if (named() === null) return;
    if (history.state?.under) history.back();
    else history.replaceState(null, "", location.pathname + "#" + root.dataset.tab);
  }
  // The address was changed by Back or Forward, or by a tab.
  function arrive() {
    if (named() === null) hide();
    else if (!at || link(at) !== location.search + location.hash) openAddress();
  }
  function openAddress() {
    const report = named();
    const [, start, end] = location.hash.match(/:(\d+)-(\d+)$/) || [0, 0, 0];
    if (report) show(history.state?.source || { report, start: Number(start), end: Number(end), figures: [], page: 0 }, true);
  }
  const frame = () => $(".viewer");
  const addressOf = (control) => ({
    report: control.dataset.report, start: Number(control.dataset.start), end: Number(control.dataset.end),
    figures: (control.dataset.figures || "").split("\n").filter(Boolean), page: Number(control.dataset.page) || 0,
    places: (control.dataset.places || "").match(/\d+/g)?.map(Number) || [],
  });
  let wanted = 0; // a source that comes when another was asked for, or none, is dropped
  async function show(address, focus) {
    const inner = $(".viewer-inner");
    const mine = ++wanted;
    let html;
    try { html = await call("viewer", "open_source", address); } catch { return; } // what is open stays; the line of core.js says why
    if (mine !== wanted) return;
    inner.innerHTML = html;
    at = address;
    setAddress();
    nameViewer($(".source-head", inner));
    frame().hidden = false;
    root.toggleAttribute("data-reading", true);
    if (getComputedStyle($(".source-body", inner) || inner).display !== "grid") $(".outline", inner)?.removeAttribute("open");
    const outline = $(".outline", inner);
    const current = outline && $("[aria-current]", outline);
    if (current) outline.scrollTop = current.getBoundingClientRect().top - outline.getBoundingClientRect().top - outline.clientHeight / 3;
    setTables(inner);
    // A report that is opened as a whole begins with its title.
    const target = $("mark.quote", inner) || (address.end && $(`section[data-at="${address.start}"]`, inner));
    inner.scrollTop = 0;
    if (target) {
      const gap = $("mark.quote", inner) ? inner.clientHeight * 0.32 : 16 + ($(".viewer-tools", inner)?.offsetHeight || 0);
      inner.scrollTop = target.getBoundingClientRect().top - inner.getBoundingClientRect().top - gap;
    }
    if (focus) $(".viewer .back").focus({ preventScroll: true });
  }
  // The head of a table stays in sight: of one that fits below the tools, of a wider one in a frame of its own that shows the cited cell.
  function setTables(inner) {
    const below = ($(".viewer-tools", inner)?.offsetHeight || 0) - parseFloat(getComputedStyle(inner).paddingTop);
    inner.style.setProperty("--below-tools", `${below}px`);
    all(".table", inner).forEach((table) => { table.classList.toggle("fits", table.scrollWidth <= table.clientWidth); bringCell(table); });
  }
  function bringCell(table) {
    const cell = $("mark .fig", table)?.closest("td, th");
    if (!cell) return;
    const box = cell.getBoundingClientRect(), frame = table.getBoundingClientRect();
    if (box.right > frame.right) table.scrollLeft += box.right - frame.right + 12;
    if (box.bottom > frame.bottom) table.scrollTop += box.top - frame.top - table.clientHeight / 2;
  }
  function nameViewer(head) {
    const line = (name, selector) => Object.assign(document.createElement(name), { textContent: head ? all(selector, head).map((node) => node.innerText || node.textContent).join(" › ") : "" });
    $(".viewer-name").replaceChildren(line("b", "h2"), line("span", ".step"));
  }
  async function openFrom(control, focus) {
    const turn = control.dataset.turn || control.closest(".evidence")?.dataset.turn || "";
    opened = { control, turn, n: control.dataset.n || "", hit: control.closest(".hit") };
    if (focus) returnTo = control;
    const panel = $(".evidence");
    if (turn && panel && panel.dataset.turn !== turn) parts.conversation.trigger("select", { turn: Number(turn) });
    fillTabs();
    markActive();
    setSteppers();
    await show(addressOf(control), focus);
  }
  function close() {
    if (hide()) clearAddress();
  }
  function hide() {
    wanted++;
    if (!frame() || frame().hidden) return false;
    frame().hidden = true;
    root.removeAttribute("data-reading");
    opened = at = null;
    setSteppers();
    $(".viewer-inner").replaceChildren();
    if (returnTo?.isConnected) returnTo.focus({ preventScroll: true });
    returnTo = null;
    return true;
  }
  function fillTabs() {
    const cites = opened?.turn ? all(".evidence .card .cite").sort((a, b) => a.dataset.n - b.dataset.n) : [];
    $(".viewer .tabs").replaceChildren(...cites.map((cite) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.className = "tab";
      Object.assign(tab.dataset, cite.dataset);
      tab.textContent = cite.dataset.n;
      tab.title = $(".title", cite.closest(".card")).textContent;
      tab.setAttribute("aria-label", $(".vh", cite).innerText + " " + tab.title);
      return tab;
    }));
  }
  function markActive() {
    const { turn, n, hit } = opened || {};
    all(".cite.on, .card.on, .tab.on, .hit.on").forEach((node) => node.classList.remove("on"));
    if (hit) { hit.classList.add("on"); if (!narrow()) hit.scrollIntoView({ block: "nearest" }); }
    if (!turn || !n) return;
    all(`.cite[data-turn="${turn}"][data-n="${n}"], .tab[data-n="${n}"]`).forEach((node) => node.classList.add("on"));
    // Rows of one table share a card.
    const card = $(`.evidence .cite[data-turn="${turn}"][data-n="${n}"]`)?.closest(".card");
    if (!card) return;
    card.classList.add("on");
    if (!narrow()) card.scrollIntoView({ block: "nearest" });
  }
  // The passages beside this one: the citations of the answer, or the hits of the list that it was opened from.
  function neighbours() {
    if (opened?.hit) return all("#wj-hits .hit > .where");
    return all(".viewer .tab");
  }
  function here(list) {
    return list.findIndex((node) => node.classList.contains("on") || node.closest(".hit.on"));
  }
  function setSteppers() {
    const list = neighbours(), at = here(list);
    all(".viewer .stepper").forEach((button) => {
      button.hidden = list.length < 2;
      button.disabled = !list[at + Number(button.dataset.by)];
    });
  }
  function step(by) {
    const list = neighbours();
    const next = list[here(list) + by];
    if (next) openFrom(next, false);
    return Boolean(next);
  }
  function firstCitation() {
    const cites = all(root.dataset.tab === "find" ? "#wj-hits .hit > .where" : ".turn:last-child .cite");
    if (!cites.length || !["ask", "find"].includes(root.dataset.tab)) return false;
    openFrom(cites[0], true);
    return true;
  }
  function togglePrinted(button) {
    const place = $(".viewer .printed-page");
    place.hidden = !place.hidden;
    button.setAttribute("aria-expanded", String(!place.hidden));
    if (place.hidden || place.firstChild) return;
    const picture = Object.assign(new Image(), { src: button.dataset.src.slice(1), alt: word("printed_alt") });
    picture.addEventListener("error", () => { place.textContent = word("printed_lost"); });
    place.append(picture);
  }
  onChanged("evidence", () => { all("#wj-evidence .table").forEach(bringCell); if (opened && opened.turn) { fillTabs(); markActive(); setSteppers(); } });
  onChanged("viewer", () => { if (!at) openAddress(); });
  onClick(".viewer .stepper", (node) => step(Number(node.dataset.by)));
  onClick(".viewer .printed", togglePrinted);
  onTab(hide);
  onClick(".viewer .back", close);
  onClick(".viewer :is(.go, .more)", (node) => show(addressOf(node), false));
  onClick(".cite, .open, .opens, .tab", (node, event) => {
    if (event.target.closest("blockquote, .card .open") && String(getSelection()).length) return; // selecting text is not a click
    openFrom(node, node.tagName === "BUTTON" && !node.classList.contains("tab"));
  });
  onKey((event, writing) => {
    if (event.key === "Escape" && frame() && !frame().hidden) { close(); return true; }
    if (writing || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("details.pick, .viewer-inner")) return false;
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return false;
    return opened ? step(by) : event.key === "ArrowDown" && firstCitation();
  });
  window.wenju.viewer = { openFrom, show, close, arrive };
})(window.wenju);
