import { useEffect, useReducer } from "react";
import type { Strokes } from "./strokes";
import classes from "./stage.module.css";

/** How often fading lines are drawn anew. */
const EVERY = 100;

/** What technicians draw on the page; it fades by itself. */
export function Drawings({ strokes, scale }: { strokes: Strokes; scale: number }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => strokes.subscribe(redraw), [strokes]);
  const shown = strokes.at(Date.now());
  const any = shown.length > 0;
  useEffect(() => {
    if (!any) return;
    const timer = setInterval(redraw, EVERY);
    return () => clearInterval(timer);
  }, [any]);
  if (!any) return null;
  return (
    <svg className={classes.drawings} data-testid="drawings" aria-hidden="true">
      {shown.map(({ key, points, opacity }) => (
        <polyline key={key} points={points.map((value) => value * scale).join(" ")} style={{ opacity }} />
      ))}
    </svg>
  );
}
