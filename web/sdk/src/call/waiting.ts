import { guarded } from "../dom";
import type { Host } from "../host";
import { place } from "../place";
import { microphoneTrouble } from "./trouble";
import type { Model } from "./model";
import type { Buttons, Card } from "./view";
import { set } from "./view";
import { say, sayQueue } from "./words";

/** Nobody speaks yet, or not any more: the place in the queue, and what else there is to do. */
export function waitingCard(host: Host, buttons: Buttons): Card {
  const { element } = host;
  const words = say();
  const title = element("h2", {});
  const hint = element("p", {});
  const trouble = microphoneTrouble(element, buttons.openMicrophone);
  const button = (kind: string, label: string, test: string, click: () => void) =>
    element("button", { type: "button", class: kind, "data-testid": test, click }, label);
  const back = button(
    "plain",
    words.callBack,
    "rs-call-back",
    guarded(() => attempt(wish)),
  );
  const cancel = button("end", words.cancel, "rs-call-cancel", buttons.hangUp);
  const choices = element("div", { class: "answers" }, back, cancel);
  const complaint = element("p", { class: "complaint", role: "alert", hidden: true }, words.failedHint);

  const check = element(
    "a",
    { class: "check", target: "_blank", rel: "noopener", href: buttons.checkPage(), "data-testid": "rs-call-check" },
    words.check,
  );
  // Credentials are made anew now and then.
  check.addEventListener("pointerdown", () => (check.href = buttons.checkPage()));
  check.addEventListener("focus", () => (check.href = buttons.checkPage()));

  let form: HTMLFormElement | undefined;

  async function wish(): Promise<void> {
    const [script, { kind }] = await Promise.all([host.load("wish"), host.visitor()]);
    form ??= script.form((said) => attempt(() => buttons.callBack(said)), close, kind === "customer");
    choices.before(form);
    choices.hidden = true;
    form.querySelector("input")?.focus();
  }

  function close(): void {
    form?.remove();
    choices.hidden = false;
    back.focus();
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    complaint.hidden = true;
    try {
      await work();
    } catch (problem) {
      complaint.hidden = false;
      throw problem;
    }
  }

  function head({ waiting, rings, who, handed }: Model): [string, string] {
    const queue = sayQueue();
    if (waiting && !waiting.staffAvailable && waiting.position > 0) return [queue.nobody, words.nobodyHint];
    if (rings) return [words.rings(who), words.waitHint];
    const where = waiting ? place(waiting, queue) : queue.soon;
    return [handed ? `${words.handing} · ${where}` : where, words.waitHint];
  }

  return {
    element: element(
      "section",
      { role: "region", class: "waiting", "aria-label": words.call, "data-testid": "rs-call-waiting" },
      element("div", { role: "status" }, title, hint),
      trouble.element,
      choices,
      complaint,
      check,
    ),
    show(model) {
      const [first, second] = head(model);
      set(title, first);
      const opening = model.own?.microphone === "opening";
      set(hint, opening ? words.askAllow : second);
      back.hidden = model.rings;
      set(cancel, model.handed ? words.hangUp : words.cancel);
      trouble.show(model.own);
    },
  };
}
