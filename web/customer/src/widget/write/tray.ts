import type { Host } from "@remote-support/sdk/host";
import { draw } from "../files";
import { line } from "../icons";
import { LARGEST_FILE } from "../chat/upload";
import { fileSize, say } from "../words";

const MOST = 10;

/** Files that were chosen and not sent yet. */
export function tray({ element }: Host, changed: () => void) {
  let files: File[] = [];
  const list = element("ul", { class: "tray", hidden: true, "data-testid": "rs-tray" });
  const complaint = element("p", { class: "complaint", role: "alert", hidden: true });

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
          click: () => keep(files.filter((one) => one !== file)),
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

  function complain(why: string): void {
    complaint.hidden = !why;
    complaint.textContent = why;
  }

  return {
    elements: [complaint, list],
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
      keep([...files, ...fine.slice(0, room)]);
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
