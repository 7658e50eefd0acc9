import { useEffect, useRef } from "react";
import { hasBell } from "../ui/bell";
import { showNotice, type Notice } from "../ui/notice";
import { play, type Sound } from "../ui/sound";

/** How often it rings again while nobody answers. */
const AGAIN = 4_000;

/** Rings, and shows a notice, as long as there is something with this id that wants an answer. */
export function useRinging(id: string | undefined, notice: Notice & { sound: Sound }): void {
  const latest = useRef(notice);
  useEffect(() => {
    latest.current = notice;
  });
  useEffect(() => {
    if (!id) return;
    const { sound, ...words } = latest.current;
    const ring = () => {
      if (hasBell()) play(sound);
    };
    ring();
    const again = setInterval(ring, AGAIN);
    const takeBack = showNotice(words);
    return () => {
      clearInterval(again);
      takeBack();
    };
  }, [id]);
}
