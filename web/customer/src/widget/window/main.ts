/** `/sdk/panel.js`: the window of the chat, and all that is in it often. */

import { guarded } from "@remote-support/sdk/dom";
import { define } from "@remote-support/sdk/host";
import { Chat } from "../chat/chat";
import { panel, type Panel } from "./panel";

define("panel", (host) => {
  let view: Panel | undefined;
  let wanted = host.tab.get<boolean>("panel") ?? false;
  let list = false;

  guarded(async () => {
    const visitor = await host.visitor();
    const chat = new Chat(
      host,
      guarded(() => view?.render()),
    );
    view = panel(host, visitor, () => chat);
    view.render();
    view.show(wanted);
    if (list) view.conversations();
  })();

  function show(open: boolean): void {
    wanted = open;
    view?.show(open);
  }

  return {
    open: () => show(true),
    close: () => show(false),
    toggle: () => show(!(view?.open ?? wanted)),
    conversations() {
      list = true;
      view?.conversations();
    },
  };
});
