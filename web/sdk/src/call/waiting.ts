import { guarded } from "../dom";
import type { Host } from "../host";
import { place } from "../place";
import { ringBack } from "./tone";
import { microphoneTrouble } from "./trouble";
import type { Model } from "./model";
import type { Buttons, Card } from "./view";
import { set } from "./view";
import { say, sayQueue } from "./words";

/** Nobody speaks yet: the place in the queue, and what else there is to do. */
export function waitingCard({ element, local }: Host, buttons: Buttons): Card {
  const words = say();
  const title = element("h2", {});
  const hint = element("p", {});
  const trouble = microphoneTrouble(element, buttons.openMicrophone);
  const button = (kind: string, label: string, test: string, click: () => void) =>
    element("button", { type: "button", class: kind, "data-testid": test, click }, label);
  const back = button("plain", words.callBack, "rs-call-back", () => wish(true));
  const choices = element(
    "div",
    { class: "answers" },
    back,
    button("end", words.cancel, "rs-call-cancel", buttons.hangUp),
  );

  const check = element(
    "a",
    { class: "check", target: "_blank", rel: "noopener", href: buttons.checkPage(), "data-testid": "rs-call-check" },
    words.check,
  );
  // Credentials are made anew now and then.
  check.addEventListener("pointerdown", () => (check.href = buttons.checkPage()));
  check.addEventListener("focus", () => (check.href = buttons.checkPage()));

  const contact = element("input", {
    maxlength: 320,
    autocomplete: "tel",
    placeholder: words.contactHint,
    "data-testid": "rs-call-contact",
  });
  contact.value = local.get<string>("email") ?? "";
  const note = element("input", { maxlength: 2_000, "data-testid": "rs-call-note-text" });
  const complaint = element("p", { class: "complaint", role: "alert", hidden: true }, words.failedHint);
  const send = element("button", { type: "submit", class: "main", "data-testid": "rs-call-back-send" }, words.askBack);
  const form = element(
    "form",
    {
      hidden: true,
      submit: (event: Event) => {
        event.preventDefault();
        guarded(askBack)();
      },
    },
    element("label", {}, words.contact, " ", element("i", {}, words.optional), contact),
    element("label", {}, words.note, " ", element("i", {}, words.optional), note),
    complaint,
    element(
      "div",
      { class: "answers" },
      send,
      button("plain", words.goOnWaiting, "rs-call-wait", () => wish(false)),
    ),
  );

  function wish(open: boolean): void {
    form.hidden = !open;
    choices.hidden = open;
    (open ? contact : back).focus();
  }

  async function askBack(): Promise<void> {
    send.disabled = true;
    complaint.hidden = true;
    try {
      const [where, what] = [contact.value.trim(), note.value.trim()];
      await buttons.callBack({ ...(where && { contact: where }), ...(what && { note: what }) });
    } catch (problem) {
      complaint.hidden = false;
      throw problem;
    } finally {
      send.disabled = false;
    }
  }

  function head({ waiting, rings, who }: Model): [string, string] {
    if (rings) return [words.rings(who), words.waitHint];
    const queue = sayQueue();
    if (waiting && !waiting.staffAvailable && waiting.position > 0) return [queue.nobody, words.nobodyHint];
    return [waiting ? place(waiting, queue) : queue.soon, words.waitHint];
  }

  let hush: (() => void) | undefined;

  /** Only while it rings at somebody: nobody wants to hear that for all the time in the queue. */
  function sound(rings: boolean): void {
    if (rings === !!hush) return;
    hush?.();
    hush = rings ? ringBack() : undefined;
  }

  return {
    element: element(
      "section",
      { role: "region", class: "waiting", "aria-label": words.call, "data-testid": "rs-call-waiting" },
      element("div", { role: "status" }, title, hint),
      trouble.element,
      choices,
      form,
      check,
    ),
    show(model) {
      const [first, second] = head(model);
      set(title, first);
      const opening = model.own?.microphone === "opening";
      set(hint, opening ? words.askAllow : second);
      back.hidden = model.rings;
      trouble.show(model.own);
      sound(model.ringsNow);
    },
    close: () => sound(false),
  };
}
