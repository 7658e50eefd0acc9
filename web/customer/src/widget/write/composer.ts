import { LIMITS } from "@remote-support/protocol";
import type { Host } from "@remote-support/sdk/host";
import { guarded } from "@remote-support/sdk/dom";
import { excuse } from "../excuse";
import { line } from "../icons";
import type { RareViews } from "../rare/rare";
import { say } from "../words";

export interface Composer {
  element: HTMLElement;
  /** Brings the height in line, which can only be measured when it is on the screen. */
  settle(): void;
  focus(): void;
  /** Files that were dropped somewhere on the window. */
  attach(files: File[]): void;
}

interface Ears {
  send(text: string, files: File[]): void;
  typing(): void;
}

/** Where messages are written: text, files by button, paste or drop, and a few emoji. */
export function composer(host: Host, ears: Ears): Composer {
  const { element } = host;
  let files: ReturnType<RareViews["tray"]> | undefined;
  let emoji: ReturnType<RareViews["emojiPicker"]> | undefined;
  const trayPlace = element("p", { class: "complaint", role: "alert", hidden: true });
  const emojiPlace = element("div", {});

  const input = element("textarea", {
    rows: 1,
    maxlength: LIMITS.MESSAGE_TEXT,
    placeholder: say.write,
    "aria-label": say.messageLabel,
    "data-testid": "rs-input",
    input: () => {
      if (input.value.trim()) ears.typing();
      update();
    },
    keydown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    },
    paste: (event: ClipboardEvent) => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (!pasted.length) return;
      event.preventDefault();
      add(pasted);
    },
  });
  input.value = host.tab.get<string>("draft") ?? "";

  const picker = element("input", {
    type: "file",
    multiple: true,
    hidden: true,
    "data-testid": "rs-file",
    change: () => {
      add([...(picker.files ?? [])]);
      picker.value = "";
      input.focus();
    },
  });
  const clip = tool("clip", say.attach, "rs-attach", () => picker.click());
  const smile = tool("smile", say.emoji, "rs-emoji-button", () => toggleEmoji(smile.ariaExpanded !== "true"));
  const send = element(
    "button",
    { type: "submit", class: "send", "aria-label": say.send, "data-testid": "rs-send" },
    line("send"),
  );
  smile.setAttribute("aria-expanded", "false");
  const form = element(
    "form",
    {
      class: "composer",
      submit: (event: Event) => {
        event.preventDefault();
        submit();
      },
    },
    emojiPlace,
    trayPlace,
    element("div", { class: "line" }, clip, input, picker, smile, send),
  );

  function tool(name: "clip" | "smile", label: string, test: string, click: () => void): HTMLButtonElement {
    return element(
      "button",
      { type: "button", class: "tool", "aria-label": label, title: label, "data-testid": test, click },
      line(name),
    );
  }

  /** What comes with the script of the rarer views. */
  const withRare = (use: (rare: RareViews) => void) =>
    guarded(async () => {
      try {
        use(await host.load("rare"));
        trayPlace.hidden = true;
      } catch (problem) {
        trayPlace.textContent = excuse(problem);
        trayPlace.hidden = false;
      }
    })();

  function add(chosen: File[]): void {
    withRare(({ tray }) => {
      if (!files) {
        files = tray(update);
        trayPlace.after(...files.elements);
      }
      files.add(chosen);
    });
  }

  function toggleEmoji(open: boolean): void {
    if (emoji) {
      smile.ariaExpanded = String(open);
      emoji.show(open);
      if (!open) input.focus();
    } else if (open) {
      withRare(({ emojiPicker }) => {
        if (emoji) return;
        emoji = emojiPicker(say.emoji, insert, () => toggleEmoji(false));
        emojiPlace.replaceWith(emoji.element);
        toggleEmoji(true);
      });
    }
  }

  function insert(text: string): void {
    input.setRangeText(text, input.selectionStart, input.selectionEnd, "end");
    toggleEmoji(false);
    update();
  }

  function update(): void {
    send.ariaDisabled = String(!input.value.trim() && !files?.any);
    host.tab.set("draft", input.value || undefined);
    settle();
  }

  /** For browsers without field-sizing. */
  function settle(): void {
    input.style.height = "auto";
    if (input.scrollHeight) input.style.height = `${Math.min(132, input.scrollHeight)}px`;
  }

  function submit(): void {
    const text = input.value.trim();
    if (!text && !files?.any) return;
    input.value = "";
    ears.send(text, files?.take() ?? []);
    update();
    input.focus();
  }

  update();
  return { element: form, settle, focus: () => input.focus(), attach: add };
}
