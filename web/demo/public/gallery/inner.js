// A frame in a frame by ?depth=, of the same origin as this one.
const depth = Number(new URLSearchParams(location.search).get("depth") ?? 0);
document.getElementById("words").textContent = `Inside a frame of ${location.host}, ${depth} more in it`;
if (depth > 0) {
  const inner = document.createElement("iframe");
  inner.title = "Nested";
  inner.src = location.href.replace(`depth=${depth}`, `depth=${depth - 1}`);
  document.body.append(inner);
}
let clicks = 0;
document.getElementById("more").addEventListener("click", () => (document.getElementById("clicks").value = ++clicks));
// A shortcut of the frame, and what closes again by Escape.
addEventListener("keydown", ({ ctrlKey, key }) => {
  if (ctrlKey && key === "k") document.getElementById("dialog").showModal();
});
