/** `/sdk/wish.js`: where and when to be called back. Loaded by whoever would rather not wait. */

import { guarded } from "../dom";
import { define } from "../host";
import * as de from "../words/de";
import * as en from "../words/en";
import { inPageLanguage } from "../words/language";

export interface Wish {
  contact?: string;
  note?: string;
}

export interface WishScript {
  /** Of whom nothing is known, that one must say where to call. Its first field wants the focus once the form is on the page. */
  form(send: (wish: Wish) => Promise<void>, goOnWaiting: () => void, isKnown: boolean): HTMLFormElement;
}

define("wish", ({ element, local }): WishScript => ({
  form(send, goOnWaiting, isKnown) {
    const words = inPageLanguage({ en: en.wish, de: de.wish });
    const contact = element("input", {
      maxlength: 320,
      autocomplete: "tel",
      placeholder: words.contactHint,
      required: !isKnown,
      pattern: ".*\\S.*",
      "data-testid": "rs-call-contact",
    });
    contact.value = local.get<string>("email") ?? "";
    const note = element("input", { maxlength: 2_000, "data-testid": "rs-call-note-text" });
    const button = element("button", { type: "submit", class: "main", "data-testid": "rs-call-back-send" }, words.ask);

    const submit = guarded(async () => {
      button.disabled = true;
      try {
        const [where, what] = [contact.value.trim(), note.value.trim()];
        await send({ ...(where && { contact: where }), ...(what && { note: what }) });
      } finally {
        button.disabled = false;
      }
    });

    return element(
      "form",
      {
        submit: (event: Event) => {
          event.preventDefault();
          submit();
        },
      },
      element("label", {}, words.contact, " ", isKnown && element("i", {}, words.optional), contact),
      element("label", {}, words.note, " ", element("i", {}, words.optional), note),
      element(
        "div",
        { class: "answers" },
        button,
        element(
          "button",
          { type: "button", class: "plain", "data-testid": "rs-call-wait", click: goOnWaiting },
          words.goOnWaiting,
        ),
      ),
    );
  },
}));
