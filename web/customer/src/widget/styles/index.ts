import { PALETTE } from "@remote-support/sdk/palette";
import { PAGES } from "./pages";
import { TALK } from "./talk";
import { WINDOW } from "./window";

export const CSS = PALETTE + WINDOW + TALK + PAGES;
