// The library: files and folders go up one by one with progress, the server tells how far reading is, cards are searched and removed.
(({ root, parts, scope, viewer, $, all, word, inBoth, both, call, onChanged, onClick, onInput, onTab }) => {
  const ROWS = 60; // files that are shown on their way
  const TICK = 700;
  let sending = null; // the upload under way: {batch, files, done, ...}
  let watching = 0;

  const token = () => [...crypto.getRandomValues(new Uint8Array(18))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const size = (bytes) => bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
  const left = (seconds) => both("upload_left", { left: seconds < 90 ? inBoth("seconds_left", { n: Math.max(1, Math.round(seconds)) }) : inBoth("minutes_left", { n: Math.round(seconds / 60) }) });
  const node = (name, className, ...content) => { const made = Object.assign(document.createElement(name), { className }); made.append(...content); return made; };

  // choosing ---------------------------------------------------------------------------------------------------------
  const nameOf = (file) => file.wenjuPath || file.webkitRelativePath || file.name;
  const hidden = (name) => name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$") || part === "__MACOSX") || /(^|\/)(Thumbs\.db|desktop\.ini)$/.test(name);
  function unfit(file, zone) {
    const kinds = zone.dataset.kinds.split(",");
    const name = nameOf(file).toLowerCase();
    if (!kinds.some((kind) => name.endsWith(kind))) return { key: "upload_kind" };
    if (file.size > Number(zone.dataset.bytes)) return { key: "upload_large", slots: { mb: Math.round(zone.dataset.bytes / 2 ** 20) } };
    return null;
  }
  async function choose(files) {
    const zone = $(".drop-zone");
    if (!zone || sending || !files.length) return;
    const rows = files.filter((file) => !hidden(nameOf(file))).map((file) => ({ file, why: unfit(file, zone), sent: 0, state: "waiting" }));
    const fit = rows.filter((row) => !row.why);
    fit.slice(Number(zone.dataset.most)).forEach((row) => { row.why = { key: "upload_many" }; });
    show(""); // what came of the upload before
    sending = { batch: token(), rows, started: performance.now(), request: null, cancelled: false, bytes: 0 };
    draw();
    for (const row of rows) {
      if (sending.cancelled) break;
      if (!row.why) await put(row);
      draw();
    }
    await finish();
  }
  function put(row) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      sending.request = request;
      row.state = "sending";
      request.upload.onprogress = (event) => { row.sent = event.loaded; draw(); };
      request.onload = () => {
        if (request.status === 200) { row.state = "sent"; row.sent = row.file.size; }
        else { let why = ""; try { why = JSON.parse(request.response).why; } catch { /* no JSON */ } fail(row, word(why) ? why : "upload_lost", { mb: Math.round($(".drop-zone").dataset.bytes / 2 ** 20) }); }
        resolve();
      };
      request.onerror = request.onabort = () => { fail(row, "upload_lost"); resolve(); };
      request.open("PUT", `wenju/upload?batch=${sending.batch}&name=${encodeURIComponent(nameOf(row.file))}`);
      request.send(row.file);
    });
  }
  function fail(row, key, slots) { row.state = "failed"; row.why = { key, slots }; }
  async function finish() {
    const { batch, rows, cancelled } = sending;
    const failed = rows.filter((row) => row.why);
    const any = rows.some((row) => row.state === "sent");
    sending = null;
    if (cancelled) { drawEnd([]); await call("intake", "drop", batch); return; }
    drawEnd(failed);
    if (any) { show(await call("intake", "start", batch)); if (isReading()) watch(); else renew(); }
  }

  // drawing ----------------------------------------------------------------------------------------------------------
  let drawn = 0;
  function draw() {
    if (!sending || performance.now() - drawn < 80 && sending.rows.some((row) => row.state === "sending")) return;
    drawn = performance.now();
    const place = $(".sending");
    const { rows } = sending;
    const fit = rows.filter((row) => !row.why);
    const total = fit.reduce((sum, row) => sum + row.file.size, 0), sent = rows.reduce((sum, row) => sum + row.sent, 0);
    const seconds = (performance.now() - sending.started) / 1000;
    const rate = sent / Math.max(0.2, seconds);
    const head = node("p", "standing-head");
    head.append(node("b", "", both("upload_sending", { done: rows.filter((row) => row.state === "sent").length, total: fit.length })));
    const bar = Object.assign(document.createElement("progress"), { max: Math.max(1, total), value: sent });
    const facts = node("p", "rate");
    facts.append(node("span", "", `${size(sent)} / ${size(total)}`), node("span", "", both("upload_rate", { rate: size(rate) })));
    if (seconds > 1 && rate > 0 && sent < total) facts.append(node("span", "", left((total - sent) / rate)));
    const cancel = Object.assign(node("button", "tool cancel-sending", both("upload_cancel")), { type: "button" });
    place.replaceChildren(head, bar, facts, list(rows), cancel);
    place.hidden = false;
  }
  function list(rows) {
    const list = node("ul", "sending-rows");
    const now = rows.findIndex((row) => row.state === "sending");
    const first = Math.max(0, Math.min(now - 3, rows.length - ROWS));
    list.append(...rows.slice(first, first + ROWS).map((row) => {
      const item = node("li", row.why ? "unfit" : row.state);
      const share = row.file.size ? Math.round(100 * row.sent / row.file.size) : 100;
      item.append(node("b", "", nameOf(row.file)), node("span", "", row.why ? both(row.why.key, row.why.slots) : row.state === "sending" ? `${share}%` : both(row.state === "sent" ? "upload_sent" : "upload_waiting")));
      if (row.state === "sending") item.style.setProperty("--share", `${share}%`);
      return item;
    }));
    if (rows.length > first + ROWS) list.append(node("li", "waiting", both("upload_more_rows", { n: rows.length - first - ROWS })));
    return list;
  }
  function drawEnd(failed) {
    const place = $(".sending");
    place.replaceChildren();
    place.hidden = !failed.length;
    if (!failed.length) return;
    const details = Object.assign(node("details", "told-files"), { open: true });
    details.append(node("summary", "", both("upload_skipped"), ` · ${failed.length}`), list(failed));
    place.append(details);
  }

  // reading ----------------------------------------------------------------------------------------------------------
  function show(html) {
    const place = parts.standing?.element;
    if (!place) return;
    let inner = $(".standing-live", place);
    if (!inner) { inner = node("div", "standing-live"); place.replaceChildren(inner); }
    inner.innerHTML = html;
  }
  const isReading = () => $('.standing[data-state="reading"]');
  function watch(wait = TICK) {
    clearTimeout(watching);
    watching = setTimeout(async () => {
      let html;
      try { html = await call("intake", "standing", null); } catch { watch(3 * TICK); return; }
      const before = isReading();
      // What an earlier upload came to is no news to who opens the page.
      if (!before && !html.includes('data-state="reading"')) return;
      show(html);
      if (isReading()) watch();
      else renew();
    }, wait);
  }
  function renew() {
    cards();
    parts.head.trigger("select", {}); // every tab lists the reports anew; what was written, asked or checked stays
  }

  // cards ------------------------------------------------------------------------------------------------------------
  let later = 0;
  async function cards(shown = 0) {
    const list = $(".shelf-list");
    if (!list) return;
    const top = $("#wj-reports").scrollTop;
    list.innerHTML = await call("reports", "list_cards", { query: $(".seek-report").value, shown });
    $("#wj-reports").scrollTop = top;
  }
  onInput(".seek-report", () => { clearTimeout(later); later = setTimeout(() => cards(), 150); });
  onClick(".show-more", (button) => cards(Number(button.dataset.shown)));
  const moreOf = (button) => $(".more-of", button.closest(".report-card"));
  onClick(".report-card .remove", async (button) => {
    moreOf(button).innerHTML = await call("reports", "sure", button.dataset.key);
    $(".remove-no", moreOf(button))?.focus();
  });
  onClick(".remove-no", (button) => { const card = button.closest(".report-card"); moreOf(button).replaceChildren(); $(".remove", card).focus(); });
  onClick(".remove-yes", async (button) => {
    const place = moreOf(button);
    button.disabled = true;
    try { place.innerHTML = await call("reports", "remove", button.dataset.key); } catch { button.disabled = false; return; }
    viewer.close();
    $(".seek-report").focus({ preventScroll: true }); // the card is about to go
    if ($(".failed", place)) return;
    scope.drop("report", button.dataset.key);
    setTimeout(renew, 500);
  });
  onClick(".report-card .lint", async (button) => {
    button.disabled = true;
    try { moreOf(button).innerHTML = await call("reports", "lint", button.dataset.key); } finally { button.disabled = false; }
  });

  // events -----------------------------------------------------------------------------------------------------------
  onClick(".cancel-sending", () => { if (sending) { sending.cancelled = true; sending.request?.abort(); } });
  onClick(".cancel-reading", async (button) => { button.disabled = true; await call("intake", "cancel", null); });
  onTab((name) => {
    if (name === "library" && parts.intake) watch(0);
  });
  document.addEventListener("change", (event) => {
    if (!["wj-files", "wj-folder"].includes(event.target.id)) return;
    const files = [...event.target.files];
    event.target.value = "";
    choose(files);
  });
  const over = (event) => root.dataset.tab === "library" && [...(event.dataTransfer?.types || [])].includes("Files");
  document.addEventListener("dragover", (event) => { if (over(event)) { event.preventDefault(); $(".drop-zone")?.classList.add("over"); } });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) $(".drop-zone")?.classList.remove("over"); });
  document.addEventListener("drop", async (event) => {
    if (!over(event)) return;
    event.preventDefault();
    $(".drop-zone")?.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    choose(entries.length ? (await Promise.all(entries.map(walk))).flat() : [...event.dataTransfer.files]);
  });
  async function walk(entry) { // a dropped folder with all below it
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      file.wenjuPath = entry.fullPath.replace(/^\//, "");
      return [file];
    }
    const reader = entry.createReader(), found = [];
    for (;;) {
      const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!batch.length) break;
      found.push(...batch);
    }
    return (await Promise.all(found.map(walk))).flat();
  }
  addEventListener("beforeunload", (event) => { if (sending) event.preventDefault(); });
})(window.wenju);
