// The tab that answers.
(({ root, parts, scope, viewer, $, all, word, narrow, onChanged, onClick, onInput, onSubmit, onKey, onTab }) => {
  const PATIENCE = 30000;
  let busy = 0; // when the question under way was sent; after PATIENCE another may be asked, for the server may be lost
  let settled = 0; // how many turns had been answered when the page last scrolled

  function ask(text) {
    const question = text.trim();
    if (!question || Date.now() - busy < PATIENCE || !parts.composer) return;
    busy = Date.now();
    viewer.close();
    parts.composer.trigger("submit", { text: question, ...scope.now() });
    const field = $("#wj-question");
    field.value = "";
    grow(field);
    if (!narrow()) field.focus();
  }
  function grow(field) {
    field.style.height = ""; // an empty field would take the height of its placeholder
    if (field.value) field.style.height = Math.min(field.scrollHeight, 160) + "px";
  }
  function follow() {
    const turns = all(".turn");
    if (!busy && turns.length === settled) return;
    settled = busy ? settled : turns.length;
    const last = turns[turns.length - 1];
    if (!last) return;
    if (narrow()) last.scrollIntoView({ block: "start" });
    else $("#wj-conversation").scrollTop = last.offsetTop + 2;
  }
  onChanged("conversation", () => {
    const { element } = parts.conversation;
    element.setAttribute("role", "log");
    element.setAttribute("aria-label", word("conversation"));
    busy = $('.turn[aria-busy="true"]') ? busy || Date.now() : 0;
    root.toggleAttribute("data-talking", Boolean($(".turn")));
    follow();
  });
  onClick("[data-ask]", (node) => ask(node.dataset.ask));
  onClick(".only", (node) => { scope.only(node.dataset.report, node.dataset.title); $("#wj-question").focus(); });
  onClick(".new", () => { viewer.close(); parts.composer.trigger("clear"); $("#wj-question").focus(); });
  onClick(".to-evidence", (node) => {
    viewer.close();
    if ($(".evidence")?.dataset.turn !== node.dataset.turn) parts.conversation.trigger("select", { turn: Number(node.dataset.turn) });
    $("#wj-evidence").scrollIntoView({ block: "start", behavior: "smooth" });
  });
  onSubmit("ask", () => ask($("#wj-question").value));
  onInput("#wj-question", grow);
  onKey((event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229 || event.target.id !== "wj-question") return false;
    ask(event.target.value);
    return true;
  });
  onTab((name) => { if (name === "ask") follow(); });
  window.wenju.ask = ask;
})(window.wenju);
