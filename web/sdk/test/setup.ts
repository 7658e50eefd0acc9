// What jsdom does not have and the browser does. The sizes are measured without it.
if (typeof document !== "undefined") {
  CSSStyleSheet.prototype.replaceSync ??= () => undefined;

  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.setAttribute("open", "");
    },
    close(this: HTMLDialogElement) {
      this.removeAttribute("open");
    },
  });

  // Under vitest the window is not the one that jsdom's constructors ask for.
  for (const name of ["MouseEvent", "PointerEvent", "KeyboardEvent", "InputEvent", "WheelEvent"] as const) {
    const real = window[name] as typeof MouseEvent;
    class WithoutView extends real {
      constructor(type: string, init: MouseEventInit = {}) {
        super(type, { ...init, view: null });
      }
    }
    Object.assign(window, { [name]: WithoutView });
  }

  Element.prototype.scrollIntoView ??= () => undefined;
  Element.prototype.scrollTo ??= (() => undefined) as typeof Element.prototype.scrollTo;
}
