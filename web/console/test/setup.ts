import { afterEach, vi } from "vitest";
import { cleanup } from "@testing-library/react";

// All files share one window, as making one costs more than most tests; the modules are each file's own.
vi.resetModules();

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  localStorage.clear();
});

// What Mantine asks of a browser and jsdom does not have.
const nothing = () => undefined;
const silent = { addEventListener: nothing, removeEventListener: nothing };
window.matchMedia = (query) => ({ matches: false, media: query, ...silent }) as unknown as MediaQueryList;
window.ResizeObserver = class {
  observe = nothing;
  unobserve = nothing;
  disconnect = nothing;
};
Object.defineProperty(document, "fonts", { value: silent, configurable: true });
