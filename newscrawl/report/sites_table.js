"use strict";
const table = document.getElementById("sites"), rows = table.tBodies[0], field = document.getElementById("filter");
const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim().toLowerCase();
const compare = (a, b) => isNaN(a) || isNaN(b) || a === "" || b === "" ? String(a).localeCompare(String(b)) : a - b;
table.tHead.addEventListener("click", (event) => {
  const head = event.target.closest("th");
  if (!event.target.closest("button")) return;
  const way = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", way);
  const sorted = [...rows.rows].sort((a, b) => compare(value(a, head.cellIndex), value(b, head.cellIndex)));
  rows.append(...(way === "ascending" ? sorted : sorted.reverse()));
});
const filter = () => {
  const wanted = field.value.trim().toLowerCase().split(/\s+/);
  let shown = 0;
  for (const row of rows.rows) {
    row.hidden = !wanted.every((word) => row.textContent.toLowerCase().includes(word));
    shown += !row.hidden;
  }
  document.getElementById("shown").textContent = `${shown} of ${rows.rows.length}`;
};
field.addEventListener("input", filter);
document.getElementById("search").hidden = false;
filter();
