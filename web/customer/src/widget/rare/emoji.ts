import type { Host } from "@remote-support/sdk/host";

/** A short list: what people say in a support chat. */
const EMOJI = [
  ..."😀😄😁😅😂🙂😉😊😍😘🤔😐🙄😬😴😕😟😮😢😭😡🤯🤷🤦👍👎👌🙏👏🙌👋💪✌🤞❤💔🎉🔥⭐✨✅❌❓❗💡📎📦🛒🚚💳📷⏳☕🌷🐛",
];

const COLUMNS = 8;

/** A grid of a few emoji: arrows move, Enter picks, Escape closes. */
export function emojiPicker({ element }: Host, label: string, pick: (emoji: string) => void, close: () => void) {
  let at = 0;
  const buttons = EMOJI.map((emoji, index) =>
    element("button", { type: "button", tabindex: index ? -1 : 0, click: () => pick(emoji) }, emoji),
  );
  const grid = element(
    "div",
    { class: "emoji", role: "group", "aria-label": label, hidden: true, "data-testid": "rs-emoji", keydown: move },
    ...buttons,
  );

  function move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      goTo(Math.max(0, Math.min(buttons.length - 1, at + step)));
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  }

  function goTo(next: number): void {
    buttons[at]?.setAttribute("tabindex", "-1");
    at = next;
    buttons[at]?.setAttribute("tabindex", "0");
    buttons[at]?.focus();
  }

  return {
    element: grid,
    show(open: boolean): void {
      grid.hidden = !open;
      if (open) goTo(at);
    },
  };
}
