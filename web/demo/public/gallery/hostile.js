/** Makes more and more of the page, as fast as it can. */
window.flood = (count) => {
  const box = document.createElement("div");
  box.innerHTML = "<b><i>x</i></b>".repeat(count);
  document.body.append(box);
};
