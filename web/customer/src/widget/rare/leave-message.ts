import { LIMITS } from "@remote-support/protocol";
import type { Host } from "@remote-support/sdk/host";
import type { Who } from "../chat/chat";
import type { Hours } from "../chat/hours";
import { when } from "../format";
import { say } from "./words";

/** For when nobody is here: the message is kept as a session that waits, and an address says where to answer. */
export function leaveMessage(host: Host, unknown: boolean, leave: (text: string, who: Who) => void) {
  const { element, local } = host;
  const name = element("input", {
    class: "field",
    autocomplete: "name",
    maxlength: LIMITS.NAME,
    "data-testid": "rs-leave-name",
  });
  const email = element("input", {
    class: "field",
    type: "email",
    required: true,
    autocomplete: "email",
    maxlength: 254,
    "aria-describedby": "email-complaint",
    "data-testid": "rs-leave-email",
  });
  const message = element("textarea", {
    class: "field",
    rows: 5,
    required: true,
    maxlength: LIMITS.MESSAGE_TEXT,
    "aria-describedby": "message-complaint",
    "data-testid": "rs-leave-message",
  });
  name.value = local.get<string>("name") ?? "";
  email.value = local.get<string>("email") ?? "";
  const emailComplaint = element("p", { class: "complaint", id: "email-complaint", hidden: true });
  const messageComplaint = element("p", { class: "complaint", id: "message-complaint", hidden: true });
  const back = element("p", {});
  const form = element(
    "form",
    { class: "leave", novalidate: true, "data-testid": "rs-leave", submit },
    element("h3", {}, say.leaveMessage),
    back,
    unknown ? element("label", {}, say.name, " ", element("i", {}, say.optional), name) : null,
    unknown ? element("label", {}, say.email, email) : null,
    emailComplaint,
    element("label", {}, say.message, message),
    messageComplaint,
    element("button", { type: "submit", class: "main wide", "data-testid": "rs-leave-send" }, say.leave),
  );

  function submit(event: Event): void {
    event.preventDefault();
    const who = { name: name.value.trim(), email: email.value.trim() };
    const text = message.value.trim();
    const emailWrong = unknown && (!who.email || !email.checkValidity());
    complain(email, emailComplaint, emailWrong ? say.emailNeeded : "");
    complain(message, messageComplaint, text ? "" : say.messageNeeded);
    if (emailWrong) return email.focus();
    if (!text) return message.focus();
    if (who.name) local.set("name", who.name);
    if (who.email) local.set("email", who.email);
    message.value = "";
    leave(text, who);
  }

  function complain(field: HTMLElement, complaint: HTMLElement, why: string): void {
    field.ariaInvalid = String(!!why);
    complaint.textContent = why;
    complaint.hidden = !why;
  }

  return {
    element: form,
    render({ opensAt }: Hours): void {
      const text = `${opensAt ? say.closedUntil(when(opensAt)) : say.closed} ${say.closedNext}`;
      if (back.textContent !== text) back.textContent = text;
    },
  };
}
