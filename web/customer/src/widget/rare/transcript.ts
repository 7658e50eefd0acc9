import { guarded } from "@remote-support/sdk/dom";
import type { Host } from "@remote-support/sdk/host";
import { handOver } from "../files";
import { line } from "../icons";
import { archive } from "./archive";
import { excuse } from "../excuse";
import { day, time } from "../format";
import { say } from "./words";

/**
 * A conversation to keep: as a file, or by mail. Mail goes to the address that the site vouches for and to no other, so
 * that nobody makes us write to strangers; who is unknown to the site is not offered it.
 */
export function transcript(host: Host, session: string): HTMLElement {
  const { element } = host;
  const save = choice("download", say.save, "rs-save", saveIt);
  const mail = choice("mail", say.transcript, "rs-transcript", send);
  const outcome = element("p", { role: "status", hidden: true });
  mail.hidden = true;
  guarded(async () => {
    mail.hidden = (await host.visitor()).kind !== "customer";
  })();

  function choice(icon: "download" | "mail", label: string, test: string, act: () => Promise<string>) {
    const button = element(
      "button",
      {
        type: "button",
        class: "link",
        "data-testid": test,
        click: async () => {
          button.disabled = true;
          await act().then(
            (words) => tell("thanks", words),
            (problem: unknown) => tell("complaint", excuse(problem)),
          );
          button.disabled = false;
        },
      },
      line(icon),
      label,
    );
    return button;
  }

  function tell(tone: string, words: string): void {
    outcome.className = tone;
    outcome.textContent = words;
    outcome.hidden = !words;
  }

  async function send(): Promise<string> {
    const { to } = await host.request<{ to: string }>(`support/chat/${session}/transcript`, { language: say.language });
    return say.transcriptSent(to);
  }

  async function saveIt(): Promise<string> {
    const messages = await archive(host).messages(session);
    const lines = messages.map(({ at, sender, text }) => `${day(at)}, ${time(at)}  ${sender.name}: ${text}\n`);
    handOver(host, new Blob(lines), `chat-${messages[0]?.at.slice(0, 10) ?? "empty"}.txt`);
    return "";
  }

  return element("div", { class: "transcript" }, mail, save, outcome);
}
