/** Builds a page for a test. */
export function page(html: string): void {
  document.body.innerHTML = html;
}

export function get<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
