// The tab that checks: a pasted or dropped draft goes in; figures of the text and rows of the table lead to each other.
(({ root, parts, viewer, $, all, word, both, narrow, isThere, onChanged, onClick, onKey, onSubmit, onTab }) => {
  const KINDS = [".txt", ".md", ".docx"];

  // What was wrong before gives way to what is wrong now.
  function trouble(key, slots) {
    const line = $(".check-trouble");
    line.replaceChildren(...(key ? [both(key, slots)] : []));
    line.hidden = !key;
    all("#wj-verdicts .failed").forEach((old) => { old.hidden = Boolean(key); });
  }
  async function send(data) {
    if (!parts.drafting) return;
    viewer.close();
    trouble("");
    if (!(await isThere())) return;
    root.removeAttribute("data-problems");
    parts.drafting.trigger("submit", data);
  }
  function check(text) {
    if (!text.trim()) { trouble("draft_empty"); $("#wj-draft-text").focus(); return; }
    send({ text });
  }
  async function upload(file) {
    if (!KINDS.some((kind) => file.name.toLowerCase().endsWith(kind))) { trouble("draft_kind"); return; }
    const most = Number($(".draft-box").dataset.bytes), slots = { n: Math.round(most / 2 ** 20) };
    if (file.size > most) { trouble("draft_large", slots); return; }
    trouble("checking_uploading");
    let told;
    try {
      const answer = await fetch("wenju/draft?name=" + encodeURIComponent(file.name), { method: "PUT", body: file });
      told = await answer.json();
    } catch { told = { why: (await isThere()) ? "upload_lost" : "lost" }; }
    if (told.draft) send({ draft: told.draft });
    else trouble(word(told.why) ? told.why : "unexpected", slots);
  }
  function light(at) {
    all(".told.on, .result.on").forEach((node) => node.classList.remove("on"));
    const mark = document.getElementById("told-" + at), row = document.getElementById("result-" + at);
    mark?.classList.add("on");
    row?.classList.add("on");
    return { mark, row };
  }
  function select(at, from) {
    const { mark, row } = light(at);
    if (!mark || !row) return;
    viewer.close();
    (from === row ? mark : row).scrollIntoView({ block: "center", behavior: "smooth" });
  }
  function step(by) { // through the problems, or all figures where there is none
    const rows = all(".result").filter((row) => row.matches(".no, .un"));
    const all_ = rows.length ? rows : all(".result");
    const at = all_.findIndex((row) => row.classList.contains("on"));
    const next = all_[at < 0 ? (by > 0 ? 0 : all_.length - 1) : at + by];
    if (!next) return false;
    select(next.dataset.at, null);
    document.getElementById("told-" + next.dataset.at)?.scrollIntoView({ block: "center" });
    return true;
  }
  onChanged("draft", () => {
    root.toggleAttribute("data-checked", Boolean($("#wj-draft .marked, #wj-draft .checking")));
    if ($(".marked-frame") && narrow()) $("#wj-verdicts")?.scrollIntoView({ block: "start" });
    // The field that was written in is gone: who goes on by the keyboard stands at the draft.
    if ($(".marked-frame") && root.dataset.tab === "check" && document.activeElement === document.body) $(".check-again").focus({ preventScroll: true });
  });
  onSubmit("check", () => check($("#wj-drafting textarea").value));
  onClick(".check-stop", () => parts.drafting.trigger("stop"));
  onClick(".check-again", () => { viewer.close(); parts.drafting.trigger("clear"); root.removeAttribute("data-checked"); $("#wj-drafting textarea").focus(); });
  onClick(".told[data-at]", (node) => select(node.dataset.at, node));
  onClick(".yours", (node) => select(node.dataset.at, node.closest(".result")));
  document.addEventListener("click", (event) => { // the viewer takes the click; the draft shows whose source it opens
    const row = event.target.closest?.(".source") && event.target.closest(".result");
    if (!row) return;
    const { mark } = light(row.dataset.at);
    if (!narrow()) mark?.scrollIntoView({ block: "nearest" });
  }, true);
  onClick(".only-problems", (node) => {
    const on = root.toggleAttribute("data-problems");
    node.setAttribute("aria-pressed", String(on));
  });
  onKey((event, writing) => {
    if (root.dataset.tab !== "check" || !$(".marked-frame")) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest?.("#wj-drafting")) { check(event.target.value); return true; }
      return false;
    }
    if (writing || !["ArrowDown", "ArrowUp"].includes(event.key)) return false;
    return step(event.key === "ArrowDown" ? 1 : -1);
  });
  onTab((name) => { if (name !== "check") root.removeAttribute("data-dropping"); });

  // files
  document.addEventListener("change", (event) => {
    if (event.target.id !== "wj-draft-file") return;
    const [file] = event.target.files;
    event.target.value = "";
    if (file) upload(file);
  });
  const over = (event) => root.dataset.tab === "check" && [...(event.dataTransfer?.types || [])].includes("Files");
  document.addEventListener("dragover", (event) => { if (over(event)) { event.preventDefault(); root.toggleAttribute("data-dropping", true); } });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) root.removeAttribute("data-dropping"); });
  document.addEventListener("drop", (event) => {
    if (!over(event)) return;
    event.preventDefault();
    root.removeAttribute("data-dropping");
    if (event.dataTransfer.files[0]) upload(event.dataTransfer.files[0]);
  });
})(window.wenju);
