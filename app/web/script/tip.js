// The tip over a figure: how it is proven, and its formula.
(({ $, word }) => {
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
  for (const [name, shows] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
    document.addEventListener(name, (event) => {
      const figure = event.target.closest?.(".fig[data-proof]");
      if (figure) tip(shows ? figure : null);
    });
  }
  addEventListener("scroll", () => { if ($("#wj-tip")) tip(null); }, { capture: true, passive: true });
})(window.wenju);
