/** What the technician can do with an element of the customer's page. */
export type Target =
  | { kind: "text"; multiline: boolean; type: string }
  | {
      kind: "list";
      multiple: boolean;
      options: { value: string; label: string; disabled: boolean }[];
      chosen: string[];
    }
  /** Not for the technician's eyes or hands, with the word to say. */
  | { kind: "private"; words: string }
  /** Text with a caret on the customer's page, which keys go to one by one. */
  | { kind: "rich" }
  | { kind: "other" };

const NO_TEXT = new Set(["button", "checkbox", "radio", "submit", "reset", "image", "hidden", "file"]);
/** Kinds of fields that have a picker of their own, here as there. */
const PICKERS = new Set(["date", "time", "month", "week", "datetime-local", "color", "range", "number"]);

/** Instances belong to the replay's own window, so tag names are asked, not classes. */
export function targetOf(element: Element): Target {
  const hidden = privateWords(element);
  if (hidden) return { kind: "private", words: hidden };
  switch (element.tagName) {
    case "SELECT":
      return list(element as HTMLSelectElement);
    case "OPTION": {
      const owner = element.closest("select");
      return owner ? list(owner) : { kind: "other" };
    }
    case "TEXTAREA":
      return isFixed(element) ? { kind: "other" } : { kind: "text", multiline: true, type: "text" };
    case "INPUT": {
      const type = (element as HTMLInputElement).type;
      if (type === "file") return { kind: "private", words: "Only the customer can choose a file." };
      if (NO_TEXT.has(type) || isFixed(element)) return { kind: "other" };
      return { kind: "text", multiline: false, type: PICKERS.has(type) ? type : "text" };
    }
    default:
      return { kind: isRich(element) ? "rich" : "other" };
  }
}

/** The value a field shows. */
export function valueOf(element: Element): string {
  return (element as HTMLInputElement).value;
}

export function sameValues(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}

/** As the recorder has it: fields whose content is a secret by what they are for. */
const SECRET = [
  "[data-rr-is-password]",
  "[type=password]",
  ...["current-password", "new-password", "one-time-code", "cc-number", "cc-csc"].map(
    (use) => `[autocomplete~=${use}]`,
  ),
].join();

function privateWords(element: Element): string | undefined {
  const input = element.tagName === "INPUT" ? (element as HTMLInputElement) : undefined;
  if (input?.matches(SECRET)) return "This field is secret. Only the customer can fill it in.";
  if (element.closest("[data-remote-support-private]")) {
    return "This part of the page is private. Only the customer can use it.";
  }
  if (input && /^[*•]+$/.test(input.value)) return "This field is masked. Only the customer can fill it in.";
  return undefined;
}

function list(element: HTMLSelectElement): Target {
  if (element.disabled) return { kind: "other" };
  return {
    kind: "list",
    multiple: element.multiple,
    options: Array.from(element.options, (option) => ({
      value: option.value,
      label: option.label || option.text,
      disabled: option.disabled,
    })),
    chosen: Array.from(element.selectedOptions, (option) => option.value),
  };
}

function isFixed(element: Element): boolean {
  return element.hasAttribute("disabled") || element.hasAttribute("readonly");
}

const EDITOR = "[contenteditable]:not([contenteditable=false])";

export function isRich(element: Element): boolean {
  return element.closest(EDITOR) !== null;
}

/** The whole of what can be edited around an element, else the element. */
export function editorOf(element: Element): Element {
  return element.closest(EDITOR) ?? element;
}
