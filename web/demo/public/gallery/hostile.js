/** Makes very much of the page at once. In blocks: so many words in one line keep a browser busy for minutes by itself. */
window.flood = (count) => {
  const box = document.createElement("div");
  box.innerHTML = "<p><b>x</b></p>".repeat(count);
  document.body.append(box);
};
