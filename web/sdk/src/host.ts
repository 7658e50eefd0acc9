/** What the loader offers to the scripts that it loads later: widget, session, recorder. */

import type { Element as Build, mount } from "./dom";
import type { CallScript } from "./call/main";
import type { CameraScript } from "./camera/main";
import type { PasswordMemory } from "./loader/passwords";
import type { DetailScript } from "./detail/main";
import type { FrameScript } from "./frames/inner";
import type { FramesScript } from "./frames/main";
import type { HandsScript } from "./hands/main";
import type { MarksScript } from "./marks/main";
import type { MirrorScript } from "./mirror/main";
import type { NoticeScript } from "./notice/main";
import type { OutlineScript } from "./outline/main";
import type { RecorderScript } from "./recorder/main";
import type { SessionApi } from "./session/main";
import type { VisitScript } from "./visit/main";
import type { WishScript } from "./wish/main";

export interface Site {
  id: string;
  name: string;
  /** CSS selectors of what never leaves the page. */
  maskSelectors: string[];
  /** Where its pages and frames come from. A server of the version before does not tell. */
  origins?: string[];
  /** CSS selectors of what a technician can only propose, and the customer does. */
  guardSelectors?: string[];
  /** Whether the site's pages tell that somebody is on them. */
  liveVisitors?: boolean;
}

/** Who the gateway says we are. */
export interface Visitor {
  visitorId: string;
  visitorKey: string;
  accessToken: string;
  expiresIn: number;
  name: string | null;
  kind: "visitor" | "customer";
  site: Site;
}

export interface Page {
  url: string;
  title: string;
}

/** The page that is on the screen, without its query and what follows a #, where secrets are. */
export function here(): Page {
  const isPrivate = document.querySelector("title[data-private]");
  return {
    url: (location.origin + location.pathname).slice(0, 4096),
    title: isPrivate ? "" : document.title.slice(0, 512),
  };
}

export interface StartDetails {
  name: string;
  /** Where to answer when nobody is here any more. */
  email?: string | undefined;
  subject?: string | undefined;
}

export interface Launcher {
  /** How many unread messages wait behind the button. */
  unread(count: number): void;
  expanded(open: boolean): void;
  focus(): void;
}

/** Values that live as long as the browser keeps them (`local`) or the tab lives (`tab`), by site key. */
export interface Memory {
  get<T>(name: string): T | undefined;
  set(name: string, value: unknown): void;
}

export interface Host {
  /** Of the script, and of everything it talks to. */
  origin: string;
  siteKey: string;
  local: Memory;
  tab: Memory;
  launcher: Launcher;
  visitor(): Promise<Visitor>;
  /** Calls the API with a fresh access token, by POST where there is a body; throws {@link Refused} for any but a good answer. */
  request<T>(path: string, body?: unknown): Promise<T>;
  load<Name extends keyof Scripts>(name: Name): Promise<Scripts[Name]>;
  mount: typeof mount;
  element: Build;
  /** Fields that are or ever were of type password. */
  passwords: PasswordMemory;
  session: SessionHandle;
  /** A page of ours: whatever the customer has granted for the site, nobody sees this one. */
  unshared?: true;
}

/** The one open session of this browser on this site, shared by all its tabs. */
export interface SessionHandle {
  id(): string | undefined;
  start(details: StartDetails): Promise<string>;
  /** Takes part in a session that began elsewhere. */
  enter(id: string): void;
  /** It is over: forget it, in all tabs. */
  ended(id: string): void;
  changed(listener: (id: string | undefined) => void): void;
}

/**
 * The scripts that are loaded when they are needed, by the name of their file; the widget's own add theirs. A page that was
 * opened before a release loads the newer ones later, so what they offer each other changes by additions only.
 */
export interface Scripts {
  widget: WidgetScript;
  panel: WidgetScript;
  session: SessionApi;
  recorder: RecorderScript;
  frames: FramesScript;
  frame: FrameScript;
  detail: DetailScript;
  outline: OutlineScript;
  visit: VisitScript;
  hands: HandsScript;
  marks: MarksScript;
  mirror: MirrorScript;
  notice: NoticeScript;
  camera: CameraScript;
  call: CallScript;
  wish: WishScript;
}

export interface WidgetScript {
  open(): void;
  close(): void;
  toggle(): void;
  /** Opens at the visitor's own conversations. */
  conversations(): void;
}

/** How a lazily loaded script hands itself over. */
export type Define = <Name extends keyof Scripts>(name: Name, start: (host: Host) => Scripts[Name]) => void;

/** The name under which the loader waits for its scripts; a symbol stays out of the site's way. */
export const DEFINE = Symbol.for("remote-support.define");

/** What the API says when it does not do as asked. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }

  /** Each of our scripts has a class of its own; what the loader throws is caught by the others. */
  static override [Symbol.hasInstance](problem: unknown): boolean {
    return problem instanceof Error && "status" in problem && "code" in problem;
  }
}

export function define<Name extends keyof Scripts>(name: Name, start: (host: Host) => Scripts[Name]): void {
  (window as unknown as Record<symbol, Define | undefined>)[DEFINE]?.(name, start);
}

/** Pages without HTTPS have no `randomUUID`. */
export function uuid(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
