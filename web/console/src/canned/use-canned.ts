import { useState, type KeyboardEvent } from "react";
import { codeAt, fillIn, matching, type CannedAnswer, type Variables } from "./model";

interface Field {
  text: string;
  caret: number;
}

/** The list that opens while a code is typed: which answers, which one is active, and what its keys do. */
export function useCanned(
  { text, caret }: Field,
  answers: readonly CannedAnswer[],
  variables: Variables,
  replace: (text: string, caret: number) => void,
) {
  const [active, setActive] = useState(0);
  const [closedFor, setClosedFor] = useState<string>();
  const typed = codeAt(text, caret);
  const found = typed && closedFor !== text ? matching(answers, typed.code) : [];
  const at = Math.min(active, Math.max(0, found.length - 1));

  const choose = (answer: CannedAnswer) => {
    if (!typed) return;
    const filled = fillIn(answer.text, variables);
    replace(text.slice(0, typed.from) + filled + text.slice(caret), typed.from + filled.length);
    setActive(0);
  };

  /** True when the key was for the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const chosen = found[at];
    if (!chosen) return false;
    switch (event.key) {
      case "ArrowDown":
        setActive((at + 1) % found.length);
        break;
      case "ArrowUp":
        setActive((at + found.length - 1) % found.length);
        break;
      case "Enter":
      case "Tab":
        choose(chosen);
        break;
      case "Escape":
        setClosedFor(text);
        break;
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { found, code: typed?.code, closed: closedFor === text, active: at, choose, onKeyDown };
}
