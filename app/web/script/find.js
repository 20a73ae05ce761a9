// The tab that finds: as one types, and again with every facet; an answer that comes after a newer question is dropped.
(({ root, parts, scope, viewer, $, all, both, narrow, call, go, onClick, onInput, onSubmit }) => {
  const PAUSE = 160; // the next letter mostly comes sooner
  const REST = 500; // whoever stops this long reads: the first passage is opened beside
  const facets = { year: new Set(), place: new Set(), type: new Set() };
  let timer = 0, rest = 0, asked = 0, last = "";

  const results = () => $("#wj-hits .finds");
  function later(field) {
    clearTimeout(timer);
    timer = setTimeout(() => find(field.value), PAUSE);
  }
  async function find(text) {
    const query = text.trim();
    if (query !== last) Object.values(facets).forEach((chosen) => chosen.clear());
    last = query;
    const mine = ++asked;
    clearTimeout(rest);
    if (!query) { results().replaceChildren(); results().removeAttribute("aria-busy"); root.removeAttribute("data-found"); return; }
    const chosen = Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, [...values]]));
    results().setAttribute("aria-busy", "true"); // what stands there is of another query
    let html;
    try { html = await call("finder", "find", { text: query, reports: scope.now().reports, facets: chosen }); } catch { html = null; }
    if (mine !== asked) return;
    results().removeAttribute("aria-busy");
    if (html === null) { results().replaceChildren(both("lost")); return; }
    const focused = document.activeElement?.closest?.(".facet")?.dataset;
    results().innerHTML = html;
    if (focused) all(".facet").find((one) => one.dataset.facet === focused.facet && one.dataset.value === focused.value)?.focus();
    root.toggleAttribute("data-found", true);
    $("#wj-hits").scrollTop = 0;
    if (!narrow()) rest = setTimeout(() => { const first = $("#wj-hits .hit .open"); if (first && root.dataset.tab === "find") viewer.openFrom(first, false); }, REST);
  }
  function toggle(button) {
    const { facet, value } = button.dataset;
    if (!facets[facet].delete(value)) facets[facet].add(value);
    find(last);
  }
  onInput("#wj-query", later);
  onSubmit("find", () => { clearTimeout(timer); find($("#wj-query").value); });
  onClick(".facet", toggle);
  onClick(".seek-this", (button) => { const field = $("#wj-query"); field.value = button.dataset.query; field.focus(); find(field.value); });
  onClick(".ask-about", (button) => {
    scope.only(button.dataset.report, button.dataset.title);
    go("ask");
    const field = $("#wj-question");
    field.value = last;
    field.focus();
    field.select();
  });
  scope.onScope(() => { if (root.dataset.tab === "find" && last) find(last); });
})(window.wenju);
