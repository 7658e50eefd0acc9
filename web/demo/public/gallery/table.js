// Rows by ?rows=, 10,000 without.
const rows = Number(new URLSearchParams(location.search).get("rows") ?? 10_000);
const names = ["Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald"];
const body = document.querySelector("tbody");
const all = document.createDocumentFragment();
for (let row = 1; row <= rows; row++) {
  const line = document.createElement("tr");
  for (const text of [row, names[row % names.length], row % 7 ? "Sent" : "Open", `${((row * 37) % 900) + 9}.90`]) {
    line.append(Object.assign(document.createElement("td"), { textContent: text }));
  }
  all.append(line);
}
body.append(all);
document.getElementById("count").textContent = `${rows} orders`;
document.getElementById("sort").addEventListener("click", () => body.append(...[...body.rows].slice(0, 50).reverse()));
