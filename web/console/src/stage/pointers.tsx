import { useEffect, useState } from "react";
import type { Room } from "./room";
import classes from "./stage.module.css";

interface PointersProps {
  room: Room;
  tab: string;
  scale: number;
  customer: string;
}

interface Pointer {
  x: number;
  y: number;
  at: number;
}

const FADES = 8_000;

/** Where the customer, and other technicians, are pointing. */
export function Pointers({ room, tab, scale, customer }: PointersProps) {
  const [pointers, setPointers] = useState<Record<string, Pointer>>({});

  useEffect(
    () =>
      room.listen({
        pointer: ({ from, participant, x, y }) => {
          if (participant !== tab || from === room.state().me) return;
          setPointers((all) => ({ ...all, [from]: { x, y, at: Date.now() } }));
        },
      }),
    [room, tab],
  );

  useEffect(() => {
    const timer = setInterval(() => {
      setPointers((all) => {
        const fresh = Object.entries(all).filter(([, pointer]) => Date.now() - pointer.at < FADES);
        return fresh.length === Object.keys(all).length ? all : Object.fromEntries(fresh);
      });
    }, 1_000);
    return () => clearInterval(timer);
  }, []);

  return Object.entries(pointers).map(([from, { x, y }]) => {
    const other = room.state().participants.find((participant) => participant.id === from);
    return (
      <div
        key={from}
        className={classes.pointer}
        data-seat={from === tab ? "customer" : "technician"}
        style={{ transform: `translate(${x * scale}px, ${y * scale}px)` }}
        data-testid="remote-pointer"
        aria-hidden="true"
      >
        <svg width="18" height="20" viewBox="0 0 18 20">
          <path
            d="M2 1.500 16 10l-6.300 1.300L6.300 17.500z"
            fill="currentColor"
            stroke="white"
            strokeWidth="1.500"
            strokeLinejoin="round"
          />
        </svg>
        <span>{from === tab ? customer : (other?.name ?? "Colleague")}</span>
      </div>
    );
  });
}
