// Each part says what was done to it, as a site would notice it.
const by = (id) => document.getElementById(id);
const say = (what) => (by("last").value = what);

by("click").addEventListener("click", () => say("clicked"));
by("double").addEventListener("dblclick", () => say("clicked twice"));
by("menu").addEventListener("mouseenter", () => (by("items").hidden = false));
by("menu").addEventListener("mouseleave", () => (by("items").hidden = true));
by("photo").addEventListener("click", () => say("file chooser"));
by("delete").addEventListener("click", () => say("deleted"));
by("pay").addEventListener("submit", (event) => {
  event.preventDefault();
  say("paid");
});
addEventListener("keydown", (event) => {
  if (!event.ctrlKey || event.key !== "k") return;
  event.preventDefault();
  say("search");
});

// As tables have it: a cell opens a field at a click, and closes it once that is left.
const cell = by("cell");
cell.addEventListener("click", ({ target }) => {
  if (target !== cell) return;
  const field = document.createElement("input");
  field.setAttribute("aria-label", "Cell");
  cell.replaceChildren(field);
  field.focus();
  const close = () => cell.replaceChildren(field.value || "Nothing was written");
  field.addEventListener("blur", close, { once: true });
  field.addEventListener("keydown", ({ key }) => key === "Enter" && field.blur());
});
cell.addEventListener("keydown", ({ key, target }) => target === cell && say(`${key} at the cell`));

// Drag and drop as the browser has it.
let carried;
by("list").addEventListener("dragstart", ({ target, dataTransfer }) => {
  carried = target;
  dataTransfer.setData("text/plain", target.textContent);
});
by("list").addEventListener("dragover", (event) => event.preventDefault());
by("list").addEventListener("drop", ({ target, dataTransfer }) => {
  target.after(carried);
  say(`dropped ${dataTransfer.getData("text/plain")}`);
});

// And as libraries have it: with a captured pointer.
let from;
by("knob").addEventListener("pointerdown", (event) => {
  by("knob").setPointerCapture(event.pointerId);
  from = event.clientX - by("knob").offsetLeft;
});
by("knob").addEventListener("pointermove", (event) => {
  if (by("knob").hasPointerCapture(event.pointerId)) by("knob").style.left = `${event.clientX - from}px`;
});
by("knob").addEventListener("pointerup", () => say("let go"));

customElements.define(
  "hands-part",
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML =
        "<button>In a shadow</button> <input aria-label='Inside' /> <select aria-label='Sort'><option>Up<option>Down</select>" +
        "<button id='slotted'><slot></slot></button>";
      root.querySelector("button").addEventListener("click", () => say("clicked in a shadow"));
      root.getElementById("slotted").addEventListener("click", () => say("clicked by its text"));
    }
  },
);
