import type { Host } from "@remote-support/sdk/host";
import type { Who } from "../chat/chat";
import type { Past } from "./archive";
import { conversations } from "./conversations";
import { emojiPicker } from "./emoji";
import { leaveMessage } from "./leave-message";
import { pastChat, type Draw } from "./past-chat";
import { rating } from "./rating";
import { transcript } from "./transcript";
import { tray } from "./tray";
import { upload } from "./upload";

/** What the window shows seldom: it comes in a script of its own when it is needed. */
export function rareViews(host: Host) {
  return {
    conversations: (choose: (past: Past) => void) => conversations(host, choose),
    pastChat: (draw: Draw, goOn: () => Promise<void>) => pastChat(host, draw, goOn),
    rating: (session: string, title: string, done: () => void) => rating(host, session, title, done),
    transcript: (session: string) => transcript(host, session),
    leaveMessage: (unknown: boolean, leave: (text: string, who: Who) => void) => leaveMessage(host, unknown, leave),
    emojiPicker: (label: string, pick: (emoji: string) => void, close: () => void) =>
      emojiPicker(host, label, pick, close),
    tray: (changed: () => void) => tray(host, changed),
    upload: (session: string, file: File, progressed: (part: number) => void) =>
      upload(host, session, file, progressed),
  };
}

export type RareViews = ReturnType<typeof rareViews>;

declare module "@remote-support/sdk/host" {
  interface Scripts {
    rare: RareViews;
  }
}
