// Finds the version that applied on a day in the table of the page. Without it the table says all.
"use strict";
(() => {
  const box = document.getElementById("engross-by-date");
  const day = document.getElementById("engross-day");
  const answer = document.getElementById("engross-answer");
  const found = document.getElementById("engross-found");
  const link = document.createElement("a");
  const rows = [...document.querySelectorAll("tr[data-from]")];
  if (!box || !day || !answer || !found) return;
  const show = () => {
    // Newest first: the first row that begins on the day or before applied on it.
    const row = day.value && rows.find((row) => row.dataset.from <= day.value);
    for (const other of rows) {
      if (other === row) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
    const to = row ? row.querySelector("a") : null;
    found.hidden = !to;
    answer.textContent = !day.value || to ? "" : row ? row.cells[2].textContent : box.dataset.none;
    if (!to) return;
    link.href = to.href;
    link.textContent = to.textContent;
    found.append(link);
  };
  day.addEventListener("input", show);
  // On the way back to the page the browser fills in the day that was asked.
  addEventListener("pageshow", show);
  box.hidden = false;
})();
