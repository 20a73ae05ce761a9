// The tab of trends: what to follow goes in; points and rows open their source.
(({ root, parts, viewer, $, isThere, onClick, onKey, onSubmit }) => {
  const year = (field) => field.value && Number.isInteger(Number(field.value)) ? Number(field.value) : null;
  async function follow(form) {
    const { measure, place, first, last, targets } = form.elements;
    if (!measure.value.trim()) { measure.focus(); return; }
    viewer.close();
    if (!(await isThere())) return;
    parts["trend-form"].trigger("stop"); // one that is still looked through gives way
    parts["trend-form"].trigger("submit", {
      measure: measure.value.trim(), place: place.value, first: year(first), last: year(last), targets: targets.checked,
    });
  }
  onSubmit("trend", follow);
  onClick(".suggestion", (node) => {
    const form = $('form[data-form="trend"]');
    form.elements.measure.value = node.dataset.measure;
    form.elements.place.value = node.dataset.trendPlace;
    follow(form);
    $("#wj-trend").scrollIntoView({ block: "nearest" });
  });
  onKey((event) => {
    const point = root.dataset.tab === "trends" && event.target.closest?.(".point.open");
    if (!point || !["Enter", " "].includes(event.key)) return false;
    viewer.openFrom(point, true);
    return true;
  });
})(window.wenju);
