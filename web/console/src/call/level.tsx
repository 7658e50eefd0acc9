import { useEffect, useRef } from "react";
import classes from "./call.module.css";

interface LevelProps {
  /** From 0 to 1, asked for with each frame. */
  level: () => number;
  label: string;
}

/** How loud it is, live. Drawn past React: sixty times a second. */
export function Level({ level, label }: LevelProps) {
  const bar = useRef<HTMLSpanElement>(null);
  const latest = useRef(level);
  useEffect(() => {
    latest.current = level;
  });
  useEffect(() => {
    let frame: number;
    const draw = () => {
      if (bar.current) bar.current.style.transform = `scaleX(${Math.min(1, Math.max(0, latest.current()))})`;
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <span className={classes.level} role="img" aria-label={label} data-testid="call-level">
      <span ref={bar} />
    </span>
  );
}
