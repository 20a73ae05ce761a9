// The tab that answers.
(({ root, parts, scope, viewer, $, all, word, both, narrow, isThere, onChanged, onClick, onInput, onSubmit, onKey, onTab }) => {
  const PATIENCE = 30000;
  let busy = 0; // when the question under way was sent; after PATIENCE another may be asked, for the server may be lost
  let settled = 0; // how many turns had been answered when the page last scrolled

  function ask(text) {
    const question = text.trim();
    if (!question || Date.now() - busy < PATIENCE || !parts.composer) return;
    viewer.close();
    const field = $("#wj-question");
    field.value = "";
    grow(field);
    if (!narrow()) field.focus();
    send({ text: question, ...scope.now() }, question);
  }
  // While an answer is waited for, it is looked now and then whether the server is there: what was asked comes back if it is not.
  async function send(data, question) {
    const mine = busy = Date.now();
    store("talked", "yes");
    parts.composer.trigger("submit", { visit, ...data });
    for (let pause = 600; busy === mine; pause = 3000) {
      if (!(await isThere())) { if (busy === mine) giveUp(question); return; }
      await new Promise((resolve) => { setTimeout(resolve, pause); });
    }
  }
  function giveUp(question) {
    busy = 0;
    all('.turn[aria-busy="true"]').forEach((turn) => { turn.removeAttribute("aria-busy"); $(".reply", turn).replaceChildren(both("lost")); });
    const field = $("#wj-question");
    if (!field.value) field.value = question;
    grow(field);
  }
  // A part of the scope is taken off: the same question again without it. The reader's own filter gives way too.
  function askWithout(cross) {
    if (Date.now() - busy < PATIENCE) return;
    viewer.close();
    const { kind } = cross.dataset;
    const values = cross.dataset.values.split("\n");
    values.forEach((value) => scope.drop({ years: "year", reports: "report" }[kind], value));
    send({ text: "", again: Number(cross.dataset.again), kind, values, ...scope.now() }, "");
  }
  // A conversation has a name by chance: what a reader says of its answers is kept under it, and a page that is loaded again asks for it.
  const store = (key, value) => { try { sessionStorage.setItem("wenju-" + key, value); } catch { /* private mode */ } };
  const stored = (key) => { try { return sessionStorage.getItem("wenju-" + key) || ""; } catch { return ""; } };
  let missed = false; // whether this page, loaded again, does not show its conversation yet
  function newVisit() {
    const name = [...crypto.getRandomValues(new Uint8Array(18))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    store("visit", name);
    store("talked", "");
    missed = false;
    return name;
  }
  let visit = stored("visit") || newVisit();
  missed = Boolean(stored("talked"));
  const until = Date.now() + 10000;
  function restore() {
    missed &&= !$(".turn") && Date.now() < until;
    if (missed) parts.conversation.trigger("retry", { visit });
  }
  const say = (turn, verdict, note) => parts.conversation.trigger("like", { visit, turn: Number(turn), verdict, note });
  function thumb(button) {
    const pressed = button.getAttribute("aria-pressed") === "true";
    const { turn, verdict } = button.dataset;
    all(".thumb", button.parentElement).forEach((other) => other.setAttribute("aria-pressed", String(other === button && !pressed)));
    const note = $(".note", button.closest(".reply"));
    note.hidden = pressed || verdict === "up";
    if (!note.hidden) $("textarea", note).focus();
    say(turn, pressed ? "" : verdict, "");
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
    restore();
    busy = $('.turn[aria-busy="true"]') ? busy || Date.now() : 0;
    root.toggleAttribute("data-talking", Boolean($(".turn")));
    follow();
  });
  onClick("[data-ask]", (node) => ask(node.dataset.ask));
  onClick(".only", (node) => { scope.only(node.dataset.report, node.dataset.title); $("#wj-question").focus(); });
  onClick(".undo", askWithout);
  onClick(".thumb", thumb);
  onClick(".save", (node) => { node.closest("details").open = false; parts.composer.trigger("download", { form: node.dataset.form, lang: root.dataset.lang }); });
  onSubmit("note", (form) => { say(form.dataset.turn, "down", $("textarea", form).value); form.hidden = true; });
  onChanged("told", () => $("#wj-told .saved")?.click());
  onClick(".new", () => { viewer.close(); visit = newVisit(); parts.composer.trigger("clear"); $("#wj-question").focus(); });
  onClick(".to-evidence", (node) => {
    viewer.close();
    if ($(".evidence")?.dataset.turn !== node.dataset.turn) parts.conversation.trigger("select", { turn: Number(node.dataset.turn) });
    $("#wj-evidence").scrollIntoView({ block: "start", behavior: "smooth" });
  });
  onClick(".logout", newVisit); // who logs in next sees nothing of it
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
