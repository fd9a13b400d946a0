// Keys from change to change, and a button that opens what is folded. Without it all is there too.
"use strict";
(() => {
  const tools = document.getElementById("engross-redline");
  if (!tools) return;
  const expand = document.createElement("button");
  expand.type = "button";
  expand.textContent = tools.dataset.expand;
  const keys = document.createElement("input");
  keys.type = "checkbox";
  keys.checked = true;
  const label = document.createElement("label");
  label.append(keys, ` ${tools.dataset.keys}`);
  tools.append(expand, label);
  const folds = [...document.querySelectorAll("details.fold")];
  const isShown = (row) => row.checkVisibility();
  const changes = [...document.querySelectorAll(".row[id]:not(.away)")];
  let at = -1;
  const go = (step) => {
    const shown = changes.filter(isShown);
    const from = shown.indexOf(changes[at]);
    const next = shown[from < 0 ? (step > 0 ? 0 : shown.length - 1) : from + step];
    if (!next) return;
    at = changes.indexOf(next);
    location.hash = next.id;
    next.focus({ preventScroll: true });
  };
  const find = () => {
    const found = changes.findIndex((row) => `#${row.id}` === location.hash);
    if (found >= 0) at = found;
  };
  addEventListener("hashchange", find);
  find();
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if (!keys.checked || typing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "n" || event.key === "j") go(1);
    else if (event.key === "p" || event.key === "k") go(-1);
    else return;
    event.preventDefault();
  });
  expand.hidden = folds.length === 0;
  expand.addEventListener("click", () => folds.forEach((fold) => { fold.open = true; }));
  tools.hidden = false;
})();
