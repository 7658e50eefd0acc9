/** The colours of what is larger than a button, light and dark. Apart from the loader, which every page pays for. */
export const PALETTE = `
:host {
  --raised: #f4f6fa; --soft: #5b6474; --line: #e2e6ee; --danger: #c2332e; --good: #12805c;
  --shadow: 0 0 0 1px rgb(15 23 42 / .06), 0 4px 12px rgb(15 23 42 / .08), 0 20px 48px rgb(15 23 42 / .18);
}
@media (prefers-color-scheme: dark) { :host {
  --raised: #222733; --soft: #a2abbb; --line: #2e3441; --danger: #ff8078; --good: #4cc79b;
  --shadow: 0 0 0 1px rgb(255 255 255 / .08), 0 20px 48px rgb(0 0 0 / .6); } }
`;
