import { useEffect } from "react";

let page = "Remote Support";
let waiting: string | undefined;

function show(): void {
  document.title = waiting ? `(${waiting}) ${page}` : page;
}

/** Names the page in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    page = `${title} · Remote Support`;
    show();
  }, [title]);
}

/** Shows in the browser's tab how many wait, whatever page is open. */
export function useWaitingInTitle(count: string | undefined): void {
  useEffect(() => {
    waiting = count;
    show();
    return () => {
      waiting = undefined;
      show();
    };
  }, [count]);
}
