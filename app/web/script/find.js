// The tab that finds.
(({ parts, scope, viewer, $, narrow, onChanged, onSubmit }) => {
  function find(text) {
    if (text.trim() && parts.finder) parts.finder.trigger("submit", { text: text.trim(), ...scope.now() });
  }
  onSubmit("find", () => find($("#wj-query").value));
  onChanged("hits", () => { if (!narrow()) { const first = $("#wj-hits .open"); if (first) viewer.openFrom(first, false); } });
})(window.wenju);
