const shared = new CSSStyleSheet();
shared.replaceSync(".amount { font-size: 40px; color: #b3541e; }");

class PriceTag extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [shared];
    root.innerHTML =
      '<style>:host { display: block; padding: 16px; border: 2px solid #b3541e }</style><span class="amount"></span> <slot></slot><inner-part></inner-part>';
    root.querySelector(".amount").textContent = this.getAttribute("amount");
  }
}
class InnerPart extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: "open" }).innerHTML = "<p>Two shadows deep</p>";
  }
}
customElements.define("inner-part", InnerPart);
customElements.define("price-tag", PriceTag);

const page = new CSSStyleSheet();
page.replaceSync(".adopted { background: #dfe8d8; padding: 12px; }");
document.adoptedStyleSheets = [page];
const sheet = document.head.appendChild(document.createElement("style")).sheet;
sheet.insertRule(".inserted { text-decoration: underline wavy #3c6b57; }");

/** Changes that leave no trace in the elements. */
window.restyle = () => {
  page.cssRules[0].style.background = "#f4d9c6";
  shared.replaceSync(".amount { font-size: 40px; color: #3c6b57; }");
  const more = new CSSStyleSheet();
  more.replaceSync(".adopted { border: 3px solid #3c6b57; }");
  document.adoptedStyleSheets.push(more);
  sheet.cssRules[0].style.textDecorationColor = "#b3541e";
};
