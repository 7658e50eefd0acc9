// The other origin by ?other=, a foreign one by ?foreign=; a late frame by a call.
const query = new URLSearchParams(location.search);
const frame = (id) => document.getElementById(id);
if (query.has("other")) frame("other").src = `${query.get("other")}inner.html?depth=1&script`;
if (query.has("foreign")) frame("foreign").src = `${query.get("foreign")}bare.html`;

window.addLateFrame = () => {
  const late = document.createElement("iframe");
  late.title = "Late";
  late.srcdoc = "<p>A late frame</p>";
  document.getElementById("late").append(late);
};
