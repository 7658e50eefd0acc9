import type { Host } from "@remote-support/sdk/host";
import { line } from "../icons";
import { excuse, say } from "../words";

/** Sends a conversation to its customer by mail; first a button, then the question where to. */
export function transcript(host: Host, session: string): HTMLElement {
  const { element } = host;
  const email = element("input", {
    type: "email",
    class: "field",
    required: true,
    maxlength: 254,
    autocomplete: "email",
    "aria-label": say.transcriptTo,
    placeholder: say.email,
    "data-testid": "rs-transcript-email",
  });
  email.value = host.local.get<string>("email") ?? "";
  const send = element("button", { type: "submit", class: "main" }, say.transcriptSend);
  const complaint = element("p", { class: "complaint", role: "alert", hidden: true });
  const form = element("form", { class: "transcript", hidden: true, novalidate: true, submit }, email, send, complaint);
  const open = element(
    "button",
    {
      type: "button",
      class: "link",
      "data-testid": "rs-transcript",
      click: () => {
        open.hidden = true;
        form.hidden = false;
        email.focus();
      },
    },
    line("mail"),
    say.transcript,
  );

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const to = email.value.trim();
    complaint.hidden = true;
    if (!to || !email.checkValidity()) {
      complain(say.emailNeeded);
      return email.focus();
    }
    send.disabled = true;
    try {
      await host.request(`support/chat/${session}/transcript`, { email: to });
      host.local.set("email", to);
      form.replaceChildren(element("p", { class: "thanks", role: "status" }, say.transcriptSent(to)));
    } catch (problem) {
      complain(excuse(problem));
      send.disabled = false;
    }
  }

  function complain(why: string): void {
    complaint.textContent = why;
    complaint.hidden = false;
  }

  return element("div", {}, open, form);
}
