// Language, light, and which tab is open. The hash names the tab: #ask #find #check #trends #library.
(({ root, heard, $, all, keep, word, narrow, onChanged, onClick, onKey }) => {
  const left = {}; // how far down each tab was when it was left
  const TABS = ["ask", "find", "check", "trends", "library"];

  function setLanguage(lang) {
    root.dataset.lang = lang;
    root.lang = lang === "zh" ? "zh-CN" : "en";
    placeholders();
    heard.language.forEach((act) => act(lang));
  }
  function setTheme(theme) { root.dataset.theme = theme; }
  function setTab() {
    const name = location.hash.slice(1).split(":")[0];
    const before = root.dataset.tab;
    if (TABS.includes(name) || !name || !before) root.dataset.tab = TABS.includes(name) ? name : TABS[0];
    const tab = root.dataset.tab;
    markTab();
    if (tab !== before && narrow()) { // one page scrolls for all tabs: each is found again where it was left
      left[before] = scrollY;
      scrollTo(0, left[tab] || 0);
    }
    if (tab !== before) heard.tab.forEach((act) => act(tab, before));
  }
  // The address of a tab is written here: a link to #find would lead to ./#find, which is another page while the address names a
  // source (/?report=…). A source that is open gives way to the tab, so that Back leads to where it was opened.
  function go(name) {
    const address = location.pathname + "#" + name;
    if (location.pathname + location.search + location.hash !== address) {
      history[new URLSearchParams(location.search).has("report") ? "replaceState" : "pushState"](null, "", address);
    }
    arrive();
  }
  function arrive() {
    setTab();
    window.wenju.viewer.arrive();
  }
  function markTab() {
    all("a.page").forEach((link) => link.dataset.page === root.dataset.tab ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current"));
  }
  function placeholders() {
    all("[data-place]").forEach((field) => {
      const follow = field.dataset.place === "place_question" && $(".turn");
      field.placeholder = word(follow ? "place_follow" : field.dataset.place);
    });
  }
  onClick("a[href^='#']", (link, event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.hash.slice(1));
  });
  onChanged("head", markTab);
  onChanged("*", placeholders);
  onClick("[data-switch=language]", () => { const next = root.dataset.lang === "zh" ? "en" : "zh"; keep.set("lang", next); setLanguage(next); });
  onClick("[data-switch=theme]", () => { const next = root.dataset.theme === "dark" ? "light" : "dark"; keep.set("theme", next); setTheme(next); });
  onKey((event, writing) => {
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return false;
    const field = $(`#wj-tab-${root.dataset.tab} [data-main]`); // the field that a tab is for
    field?.focus();
    return Boolean(field);
  });

  document.addEventListener("click", (event) => { // a result is saved under a name in the reader's language
    const link = event.target.closest?.("a[download][href*='wenju/download/']");
    if (link) link.search = root.dataset.lang === "en" ? "?lang=en" : "";
  }, true);
  addEventListener("hashchange", arrive);
  addEventListener("popstate", arrive);
  setTheme(keep.get("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  root.dataset.lang = keep.get("lang") || ((navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en");
  window.wenju.go = go;
  window.wenju.start = () => { setLanguage(root.dataset.lang); setTab(); }; // once every tab's script has registered
})(window.wenju);
