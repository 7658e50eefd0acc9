// Nodes by ?nodes=, changes in a second by ?changes=.
const query = new URLSearchParams(location.search);
const nodes = Number(query.get("nodes") ?? 10_000);
const changes = Number(query.get("changes") ?? 600);
const field = document.getElementById("field");
const tiles = Array.from({ length: nodes }, (_, index) =>
  Object.assign(document.createElement("i"), { textContent: index % 100, className: "tile" }),
);
field.append(...tiles);
document.getElementById("nodes").value = nodes;
document.getElementById("changes").value = changes;

let next = 0;
let last = performance.now();
let due = 0;
function step(now) {
  due += ((now - last) / 1_000) * changes;
  last = now;
  for (; due >= 1; due--) {
    const tile = tiles[(next += 7919) % tiles.length];
    const copy = tile.cloneNode(true);
    copy.textContent = next % 100;
    copy.style.background = `hsl(${next % 360} 60% 85%)`;
    tiles[tiles.indexOf(tile)] = copy;
    tile.replaceWith(copy);
  }
  requestAnimationFrame(step);
}
if (changes) requestAnimationFrame(step);
