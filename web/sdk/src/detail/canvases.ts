import { guarded } from "../dom";
import type { Aspect, DetailOptions } from "./main";

/** Pixels that a picture has at most, and characters. */
const PIXELS = 640_000;
const LARGEST = 200_000;

/**
 * What is drawn on canvases, as pictures: about once a second, if it has changed and is on the screen. Never as the
 * commands that drew it, which would run in the console.
 */
export function canvases({ roots, tell, idOf, hides }: DetailOptions): Aspect {
  let last = new Map<HTMLCanvasElement, string>();
  let unreadable = new WeakSet<HTMLCanvasElement>();

  function onScreen(canvas: HTMLCanvasElement): boolean {
    const { top, bottom, width } = canvas.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight && canvas.width > 0 && canvas.height > 0;
  }

  function draw(canvas: HTMLCanvasElement): void {
    const scale = Math.min(1, Math.sqrt(PIXELS / (canvas.width * canvas.height)));
    const copy = document.createElement("canvas");
    copy.width = Math.max(1, canvas.width * scale);
    copy.height = Math.max(1, canvas.height * scale);
    // In the frame that drew it: what WebGL has drawn is gone afterwards.
    copy.getContext("2d")?.drawImage(canvas, 0, 0, copy.width, copy.height);
    copy.toBlob(
      guarded(async (blob: Blob | null) => {
        if (!blob || blob.size > LARGEST) return;
        const image = await dataUrl(blob);
        const id = idOf(canvas);
        if (last.get(canvas) === image || id < 1 || hides(canvas)) return;
        last.set(canvas, image);
        const { width, height } = canvas.getBoundingClientRect();
        tell("canvas", { id, image, width, height, display: getComputedStyle(canvas).display });
      }),
      "image/webp",
      0.7,
    );
  }

  return {
    keyframe() {
      last = new Map();
    },
    look() {
      for (const root of roots) {
        for (const canvas of root.querySelectorAll("canvas")) {
          if (unreadable.has(canvas) || hides(canvas) || !onScreen(canvas)) continue;
          requestAnimationFrame(() => {
            try {
              draw(canvas);
            } catch {
              // Pictures of other sites on it: its own page could not read it either.
              unreadable.add(canvas);
            }
          });
        }
      }
    },
    stop() {
      unreadable = new WeakSet();
    },
  };
}

export function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error("unreadable"));
    reader.readAsDataURL(blob);
  });
}
