import type { Attachment } from "@remote-support/protocol";
import { guarded } from "@remote-support/sdk/dom";
import type { Host } from "@remote-support/sdk/host";
import type { Entry } from "../chat/conversation";
import { excuse } from "../excuse";
import { download, draw, fetchFile } from "../files";
import { fileSize } from "../format";
import { line } from "../icons";
import { say } from "../words";

/** What can be done with a message. */
export interface BubbleActions {
  /** The session that the messages are of. */
  session(): string | undefined;
  retry(key: string): void;
  canRetry(key: string): boolean;
  discard(key: string): void;
  /** Something has become higher than it was. */
  grown(): void;
}

const CARD = /(?:[•*x]{4}[ -]?){2,3}[•*x]{0,4}[ -]?\d{4}/i;

/** The parts of one message. */
export function bubbles(host: Host, actions: BubbleActions) {
  const { element } = host;

  function body(entry: Entry, first: boolean): HTMLElement {
    const { attachment, file, text, mine, masked } = entry;
    const name = attachment?.name ?? file?.name;
    const caption = name === undefined || (text && text !== name);
    return element(
      "div",
      {},
      first && !mine ? element("div", { class: "by" }, entry.name) : null,
      element(
        "div",
        { class: `text${attachment?.preview ? " framed" : ""}` },
        element("span", { class: "unseen" }, `${mine ? say.you : entry.name}: `),
        attachment ? (attachment.preview ? picture(attachment) : card(attachment)) : file ? card(file) : null,
        caption ? element("div", { class: "words" }, ...linked(text)) : null,
      ),
      masked
        ? element("div", { class: "masked" }, line("shield"), CARD.test(text) ? say.maskedCard : say.masked)
        : null,
    );
  }

  function linked(text: string): (Node | string)[] {
    return text
      .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
      .map((part, index) =>
        index % 2 ? element("a", { href: part, target: "_blank", rel: "noopener noreferrer" }, part) : part,
      );
  }

  /** A file, to be fetched once it is there. */
  function card(file: { id?: string; name: string; size: number }): HTMLElement {
    const { id, name, size } = file;
    const about = element(
      "span",
      { class: "about" },
      element("b", {}, name),
      element("span", { class: "size" }, fileSize(size)),
    );
    if (!id) return element("div", { class: "file" }, line("file"), about);
    const button = element(
      "button",
      { type: "button", class: "file", "aria-label": `${say.download(name)}, ${fileSize(size)}`, click: fetchIt },
      line("file"),
      about,
      line("download"),
    );
    return button;

    async function fetchIt(): Promise<void> {
      button.disabled = true;
      try {
        await download(host, path(id ?? ""), name);
      } catch (problem) {
        about.lastElementChild?.replaceChildren(excuse(problem));
      } finally {
        button.disabled = false;
      }
    }
  }

  function picture(attachment: Attachment): HTMLElement {
    const { id, name } = attachment;
    const canvas = element("canvas", { width: 240, height: 140, role: "img", "aria-label": say.picture(name) });
    const button = element(
      "button",
      {
        type: "button",
        class: "picture",
        "data-testid": "rs-picture",
        title: say.download(name),
        click: () => download(host, path(id), name),
      },
      canvas,
    );
    const failed = () => button.replaceWith(card(attachment));
    fetchFile(host, `${path(id)}/preview`)
      .then((file) => draw(canvas, file, 264, 240))
      .then(() => button.classList.add("there"), guarded(failed))
      .finally(guarded(actions.grown));
    return button;
  }

  const path = (attachment: string) => `support/chat/${actions.session() ?? ""}/attachments/${attachment}`;

  function sending({ key, file }: Entry): (Node | string)[] {
    if (!file || file.attachmentId) return [say.sending];
    return [
      element("progress", { max: 1, value: file.progress, "aria-label": say.sending }),
      element("span", {}, say.uploading(percent(file.progress))),
      element("button", { type: "button", click: () => actions.discard(key) }, say.cancelUpload),
    ];
  }

  function failed({ key, why }: Entry): (Node | string)[] {
    const again = actions.canRetry(key)
      ? element("button", { type: "button", click: () => actions.retry(key) }, say.tryAgain)
      : "";
    return [
      element("span", { role: "alert" }, `${say.notSent} ${why ?? ""}`),
      again,
      element("button", { type: "button", click: () => actions.discard(key) }, say.discard),
    ];
  }

  /** In place: the button to cancel keeps the focus. */
  function progressed(note: HTMLElement, progress: number): void {
    const bar = note.querySelector("progress");
    if (!bar) return;
    bar.value = progress;
    bar.nextElementSibling?.replaceChildren(say.uploading(percent(progress)));
  }

  return { body, sending, failed, progressed };
}

function percent(progress: number): number {
  return Math.floor(progress * 100);
}
