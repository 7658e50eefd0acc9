import type { eventWithTime, fullSnapshotEvent } from "@rrweb/types";

/** What rrweb emits. */
export type RecordedEvent = eventWithTime;

/** A node as rrweb writes it down. */
export type Serialized = fullSnapshotEvent["data"]["node"];

/** Numbers of rrweb's event types and sources; its enums would cost the page a kilobyte. */
export const FULL_SNAPSHOT = 2;
export const INCREMENTAL = 3;
export const META = 4;
export const CUSTOM = 5;
export const MUTATION = 0;
export const INPUT = 5;
export const SHEET_RULE = 8;
export const SELECTION = 14;
export const ADOPTED_SHEETS = 15;
