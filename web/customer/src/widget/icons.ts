import { icon } from "@remote-support/sdk/dom";

/** The lines of our icons, on 24 × 24. */
const LINES = {
  down: "m6 9 6 6 6-6",
  back: "M15 6l-6 6 6 6",
  more: "M5 11a1 1 0 1 0 .01 0ZM12 11a1 1 0 1 0 .01 0ZM19 11a1 1 0 1 0 .01 0Z",
  send: "M12 19V5m-6.5 6.5L12 5l6.5 6.5",
  clip: "m20 11.5-8.2 8.2a5 5 0 0 1-7-7l8.5-8.5a3.4 3.4 0 0 1 4.7 4.7l-8.4 8.5a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 14.5s1.2 2 3.5 2 3.5-2 3.5-2M9 9.5h.01M15 9.5h.01",
  close: "M6 6l12 12M18 6 6 18",
  file: "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8l-5-5Zm0 0v5h5",
  download: "M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14",
  shield: "M12 3 5 6v5.5c0 4.4 3 7.6 7 9.5 4-1.9 7-5.1 7-9.5V6l-7-3Zm-2.5 9 2 2 3.5-4",
  star: "m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9l-5.2 2.8 1-5.9L3.5 9.7l5.9-.8L12 3.5Z",
  tick: "m6 12.5 4 4 8-9",
  ticks: "m2 12.5 4 4 8-9m-2.5 8 1 1 8-9",
  leave: "M14 4h6v6m0-6-9 9M10 5H5v14h14v-5",
  list: "M4 6h16M4 12h16M4 18h10",
  mail: "M4 6h16v12H4zM4 7l8 6 8-6",
  stop: "M9 9l6 6m0-6-6 6m12-3a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  phone: "M6.6 3.5 9 8.2 7 10a13 13 0 0 0 7 7l1.8-2 4.7 2.4v3.1a16.5 16.5 0 0 1-17-17Z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-13.5V12l3 2",
};

export function line(name: keyof typeof LINES): SVGElement {
  return icon(LINES[name]);
}
