import { PAGES } from "./pages";
import { TALK } from "./talk";
import { WINDOW } from "./window";

export const CSS = WINDOW + TALK + PAGES;
