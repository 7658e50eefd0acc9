// What jsdom does not have and the browser does.
CSSStyleSheet.prototype.replaceSync ??= () => undefined;
window.matchMedia ??= (() => ({ matches: true })) as unknown as typeof window.matchMedia;
window.ResizeObserver ??= class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
};
