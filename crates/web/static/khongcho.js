// Comfort only: every page does the same without this file.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (node) => node.closest && node.closest("input:not([type=radio]):not([type=checkbox]),textarea,select,[contenteditable]");

  // Live parts: <section data-live="/bang/x/su-kien"> takes each message of the stream as its new content.
  all("[data-live]").forEach((part) => {
    const open = () => {
      const stream = new EventSource(part.dataset.live);
      stream.onmessage = (event) => {
        part.innerHTML = event.data;
        delete part.dataset.stale;
        part.dispatchEvent(new CustomEvent("kc:swap", { bubbles: true }));
      };
      stream.addEventListener("nhip", () => {
        delete part.dataset.stale;
        part.dispatchEvent(new CustomEvent("kc:pulse", { bubbles: true }));
      });
      stream.onerror = () => {
        part.dataset.stale = "";
        if (stream.readyState === 2) setTimeout(open, 5000);
      };
    };
    open();
  });

  // Keys: <button data-key="F2">, <a data-key="Ctrl+Enter">. Keys that type a letter rest while a field is typed in.
  // Where a scanner types, a letter waits for a moment: it may be the first of a burst.
  const scan = document.querySelector("[data-scan]");
  let waiting;
  const act = (node) => {
    if (node.matches("input,select,textarea") && node.type !== "radio" && node.type !== "checkbox") node.focus();
    else node.click();
  };
  document.addEventListener("keydown", (event) => {
    clearTimeout(waiting);
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    const name = (event.ctrlKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + key;
    const letter = event.key.length === 1 && !event.ctrlKey && !event.altKey;
    if (letter && (typing(event.target) || document.documentElement.dataset.keys === "off")) return;
    const target = all("[data-key]").find((node) => node.dataset.key === name && node.getClientRects().length);
    if (!target) return;
    event.preventDefault();
    if (letter && scan) waiting = setTimeout(() => act(target), 80);
    else act(target);
  });

  // Lists: J and K (or the arrows) move between <tr data-row>; the link in the row has the focus, so Enter opens it.
  // Space ticks the box of a row and goes on.
  const rows = all("[data-row]");
  if (rows.length) {
    const go = (step) => {
      const at = rows.findIndex((row) => row.classList.contains("at"));
      const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
      rows.forEach((row) => row.classList.toggle("at", row === next));
      next.querySelector("a,summary").focus();
      next.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (step) return event.preventDefault(), go(step);
      const box = event.key === " " && event.target.closest("[data-row]")?.querySelector("input[type=checkbox]");
      if (!box || event.target === box || event.target.matches("button,summary")) return;
      event.preventDefault();
      box.click();
      go(1);
    });
  }

  // Scanner: a burst of keys ended by Enter goes to <input data-scan>, wherever the focus was, and sends its form.
  if (scan) {
    let burst = "", last = 0;
    document.addEventListener("keydown", (event) => {
      if (event.target === scan || event.ctrlKey || event.altKey || event.metaKey) return;
      const now = event.timeStamp;
      if (now - last > 60) burst = "";
      last = now;
      if (event.key.length === 1) burst += event.key;
      else if (event.key === "Enter" && burst.length >= 8) {
        event.preventDefault();
        event.stopImmediatePropagation();
        scan.value = burst;
        burst = "";
        scan.form.requestSubmit();
      }
    }, true);
  }

  // Drafts: <form data-autosave="/…"> is kept two seconds after the last change; <form data-guard> asks before it is left.
  all("form[data-autosave],form[data-guard]").forEach((form) => {
    let timer, dirty = false;
    const say = (name) => all("[data-saved]", form).forEach((node) => { node.textContent = node.dataset[name] || ""; });
    const save = () => fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(new FormData(form)) })
      .then((answer) => { if (!answer.ok) throw answer; dirty = false; say("done"); })
      .catch(() => say("failed"));
    form.addEventListener("input", () => {
      dirty = true;
      clearTimeout(timer);
      if (form.dataset.autosave) timer = setTimeout(save, 2000);
    });
    form.addEventListener("submit", () => { dirty = false; clearTimeout(timer); });
    addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  });

  // Print buttons exist only where a script can print.
  all("[data-print]").forEach((node) => { node.hidden = false; node.addEventListener("click", () => print()); });

  // The first error is read once.
  const summary = document.getElementById("loi");
  if (summary) summary.focus();
})();
