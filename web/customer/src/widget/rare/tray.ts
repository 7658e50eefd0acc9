import type { Host } from "@remote-support/sdk/host";
import { draw } from "../files";
import { line } from "../icons";
import { fileSize } from "../format";
import { LARGEST_FILE } from "./upload";
import { say } from "./words";

const MOST = 10;

/** Files that were chosen and not sent yet. */
export function tray({ element }: Host, changed: () => void) {
  let files: File[] = [];
  const list = element("ul", { class: "tray", hidden: true, "data-testid": "rs-tray" });
  const complaint = element("p", { class: "complaint", role: "alert", hidden: true });
  const told = element("p", { class: "unseen", role: "status" });

  function chip(file: File): HTMLElement {
    const thumb = element("span", { class: "thumb" }, line("file"));
    if (file.type.startsWith("image/")) void preview(file, thumb);
    return element(
      "li",
      {},
      thumb,
      element(
        "span",
        { class: "about" },
        element("b", {}, file.name),
        element("span", { class: "size" }, fileSize(file.size)),
      ),
      element(
        "button",
        {
          type: "button",
          "aria-label": say.removeFile(file.name),
          click: () => remove(file),
        },
        line("close"),
      ),
    );
  }

  async function preview(file: File, thumb: HTMLElement): Promise<void> {
    const canvas = element("canvas", { "aria-hidden": "true" });
    try {
      await draw(canvas, file, 72, 72);
      thumb.replaceChildren(canvas);
    } catch {
      // No picture that this browser knows: the icon stays.
    }
  }

  function keep(next: File[]): void {
    files = next;
    list.replaceChildren(...files.map(chip));
    list.hidden = !files.length;
    changed();
  }

  /** The focus goes on to the next file, or back to the message. */
  function remove(file: File): void {
    const at = files.indexOf(file);
    keep(files.filter((one) => one !== file));
    const next = [...list.querySelectorAll("button")][Math.min(at, files.length - 1)];
    (next ?? list.closest("form")?.querySelector("textarea"))?.focus();
  }

  function complain(why: string): void {
    complaint.hidden = !why;
    complaint.textContent = why;
  }

  return {
    elements: [complaint, told, list],
    get any(): boolean {
      return files.length > 0;
    },

    add(chosen: File[]): void {
      const large = chosen.find(({ size }) => size > LARGEST_FILE);
      const empty = chosen.find(({ size }) => !size);
      const fine = chosen.filter(({ size }) => size > 0 && size <= LARGEST_FILE);
      const room = MOST - files.length;
      if (large) complain(say.fileLarge(large.name, LARGEST_FILE / 1e6));
      else if (empty) complain(say.fileEmpty(empty.name));
      else complain(fine.length > room ? say.filesMany(MOST) : "");
      const added = fine.slice(0, room);
      keep([...files, ...added]);
      told.textContent = added.map(({ name }) => say.attached(name)).join(" ");
    },

    /** Takes them out. */
    take(): File[] {
      const taken = files;
      complain("");
      keep([]);
      return taken;
    },
  };
}
