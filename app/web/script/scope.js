// The years and reports that are chosen in the filter beside a question or a query.
(({ parts, $, all, word, call, onChanged, onClick, onInput, onKey, onLanguage }) => {
  const chosen = { year: new Map(), report: new Map() };
  const later = new Map(); // field -> timer

  function now() { return { years: [...chosen.year.keys()].map(Number), reports: [...chosen.report.keys()] }; }
  function toggle(kind, value, label) {
    if (chosen[kind].has(value)) chosen[kind].delete(value); else chosen[kind].set(value, label);
    show();
    toldAll();
  }
  function drop(kind, value) { if (kind && chosen[kind].delete(value)) show(); }
  function only(report, title) { chosen.report.clear(); toggle("report", report, title); }
  const listeners = [];
  function toldAll() { listeners.forEach((act) => act()); }
  function show() {
    all(".choice").forEach((choice) => choice.setAttribute("aria-pressed", String(chosen[choice.dataset.kind].has(choice.dataset.value))));
    all(".chosen").forEach((place) => {
      place.replaceChildren(...Object.keys(chosen).filter((kind) => kinds(place).includes(kind)).flatMap((kind) => [...chosen[kind]].map(([value, label]) => chip(kind, value, label))));
    });
  }
  // A filter shows what it offers: passages are found in reports, and by years with their facets.
  const kinds = (place) => place.closest(".filter").dataset.kinds.split(" ");
  function chip(kind, value, told) {
    const label = kind === "year" ? word("year", { year: value }) : told;
    const node = document.createElement("button");
    node.type = "button";
    node.className = "chip drop";
    Object.assign(node.dataset, { kind, value });
    node.title = label;
    node.setAttribute("aria-label", word("remove") + " " + label);
    node.append(Object.assign(document.createElement("span"), { textContent: label }));
    return node;
  }
  function seek(field) {
    clearTimeout(later.get(field));
    later.set(field, setTimeout(async () => {
      const list = $(".choices.reports", field.closest(".popover"));
      list.innerHTML = await call("viewer", "list_reports", field.value);
      show();
    }, 120));
  }
  onInput(".seek", seek);
  onChanged("composer", show);
  onChanged("finder", show);
  onLanguage(show);
  onClick(".choice", (node) => toggle(node.dataset.kind, node.dataset.value, $(".title", node)?.textContent || node.innerText.trim()));
  onClick(".chosen .drop", (node) => toggle(node.dataset.kind, node.dataset.value, ""));
  onKey((event) => {
    const pick = event.key === "Escape" && $("details.pick[open]");
    if (!pick) return false;
    pick.open = false;
    $("summary", pick).focus();
    return true;
  });
  document.addEventListener("click", (event) => all("details.pick[open]").forEach((pick) => { if (!pick.contains(event.target)) pick.open = false; }), true);
  window.wenju.scope = { now, only, drop, onScope: (act) => listeners.push(act) };
})(window.wenju);
