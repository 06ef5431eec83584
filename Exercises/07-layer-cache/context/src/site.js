// Strikes out the evenings that are over, so that the pages need not be made anew at midnight.
const today = new Date().toISOString().slice(0, 10);
for (const row of document.querySelectorAll("[data-date]")) {
  row.classList.toggle("over", row.dataset.date < today);
}
