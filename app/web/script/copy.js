// Copying: a button with data-copy puts that text on the clipboard and says so.
(({ word, onClick }) => {
  async function copy(button) {
    const text = button.dataset.copy;
    let done = true;
    try { await navigator.clipboard.writeText(text); } catch { done = copyByHand(text); }
    const old = button.style.minWidth;
    button.style.minWidth = button.offsetWidth + "px";
    button.dataset.done = word(done ? "copied" : "copy_failed");
    setTimeout(() => { delete button.dataset.done; button.style.minWidth = old; }, 1600);
  }
  function copyByHand(text) { // navigator.clipboard is missing on plain http from another machine
    const field = Object.assign(document.createElement("textarea"), { value: text, className: "vh" });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
  onClick(".copy", copy);
})(window.wenju);
