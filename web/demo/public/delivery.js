// The calculator in the frame of the delivery page.

document.getElementById("delivery").addEventListener("submit", (event) => {
  event.preventDefault();
  const cost = Number(document.getElementById("size").value) + (document.getElementById("heat").checked ? 2.5 : 0);
  const postcode = document.getElementById("postcode").value;
  document.getElementById("cost").textContent = `To ${postcode}: € ${cost.toFixed(2)}, in two to three days.`;
});
