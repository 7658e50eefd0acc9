import type { Host } from "../host";

const CSS = `
:host { pointer-events: none !important; }
svg { position: fixed; inset: 0; width: 100vw; height: 100vh; fill: none; stroke: #7a3ff2; stroke-width: 4; stroke-linecap: round;
  stroke-linejoin: round; overflow: visible; transition: opacity 1.2s; }
`;

/** Milliseconds for which a line stays, and then takes to fade. */
const STAYS = 3_000;
const FADES = 1_300;

interface Line {
  svg: SVGElement;
  points: number[];
  fade?: ReturnType<typeof setTimeout>;
}

/** Lines that technicians draw over the page, one of each at a time. */
export function drawing({ mount }: Host): (from: string, begins: boolean, points: number[]) => void {
  const lines = new Map<string, Line>();
  let root: ShadowRoot | undefined;

  function begin(from: string): Line {
    const create = (name: string) => document.createElementNS("http://www.w3.org/2000/svg", name);
    const svg = create("svg") as SVGElement;
    svg.dataset.testid = "rs-drawn";
    svg.append(create("polyline"));
    const line: Line = { svg, points: [] };
    lines.set(from, line);
    root ??= mount("drawing", CSS).root;
    root.append(svg);
    return line;
  }

  return (from, begins, points) => {
    const line = (begins ? undefined : lines.get(from)) ?? begin(from);
    line.points.push(...points);
    line.svg.firstElementChild?.setAttribute("points", line.points.join(" "));
    clearTimeout(line.fade);
    line.fade = setTimeout(() => {
      line.svg.style.opacity = "0";
      if (lines.get(from) === line) lines.delete(from);
      setTimeout(() => line.svg.remove(), FADES);
    }, STAYS);
  };
}
