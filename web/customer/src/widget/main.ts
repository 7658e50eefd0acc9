/** `/sdk/widget.js`: the chat in the corner of a site. */

import { define } from "@remote-support/sdk/host";
import { Chat } from "./chat";
import { panel, type Panel } from "./panel";

define("widget", (host) => {
  let view: Panel | undefined;
  let wanted = host.tab.get<boolean>("panel") ?? false;

  void host.visitor().then((visitor) => {
    const chat = new Chat(host, () => view?.render());
    view = panel(host, visitor, () => chat);
    view.render();
    view.show(wanted);
  });

  function show(open: boolean): void {
    wanted = open;
    view?.show(open);
  }

  return { open: () => show(true), close: () => show(false), toggle: () => show(!(view?.open ?? wanted)) };
});
