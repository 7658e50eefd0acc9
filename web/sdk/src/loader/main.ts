/** `/sdk/v1.js`: small, asynchronous, silent when something fails. Everything else is loaded when it is needed. */

import { element, mount, openRoots } from "../dom";
import { Refused, type Host, type Launcher, type Visitor } from "../host";
import { api } from "./api";
import { launcher } from "./launcher";
import { memory } from "./memory";
import { passwordMemory } from "./passwords";
import { scripts } from "./scripts";
import { openSession } from "./open-session";

/** How long, about, until a gateway that was away is asked again. */
const AWAY = 20_000;

type Command = ["identify", string] | ["open"] | ["close"] | ["conversations"] | ["call"];

const script = document.currentScript as HTMLScriptElement;
const siteKey = script.dataset.siteKey ?? "";
const global = window as unknown as { RemoteSupport?: Command[] & { ready?: boolean } };

// Into a frame of its own origin the outer page looks by itself.
if (!frameElement && !global.RemoteSupport?.ready) {
  try {
    start();
  } catch (problem) {
    console.warn("Remote Support:", problem);
  }
}

function start(): void {
  if (!siteKey) throw new Error("The script tag has no data-site-key.");
  if (script.dataset.testOpen !== undefined) openRoots();
  const origin = new URL(script.src).origin;
  const local = memory(() => localStorage, siteKey);
  const calls = api(origin, siteKey, local);
  const load = scripts(origin, () => host);
  let button: Launcher | undefined;

  const host: Host = {
    origin,
    siteKey,
    local,
    tab: memory(() => sessionStorage, siteKey),
    // Drawn as soon as the site is known, which is before anything else uses it.
    launcher: {
      unread: (count) => button?.unread(count),
      expanded: (open) => button?.expanded(open),
      focus: () => button?.focus(),
    },
    visitor: calls.visitor,
    request: calls.request,
    load,
    mount,
    element,
    passwords: passwordMemory(),
    session: openSession(calls, local, siteKey),
  };

  const quietly = (work: Promise<unknown>) =>
    void work.catch((problem: unknown) => console.warn("Remote Support:", problem));

  // In a frame of another origin there is no button: we show ourselves to the page around us, once it asks.
  if (self !== top) return quietly(load("frame"));

  function run([name, argument]: Command): void {
    if (name === "identify") {
      calls.identify(argument);
      if (button) quietly(calls.visitor());
    } else if (name === "call") quietly(ready.then(() => load(name)).then((script) => script.ask()));
    else quietly(ready.then(() => load("widget")).then((widget) => widget[name]()));
  }

  /** A gateway that is away for the moment is asked again; one that refuses us is not. */
  async function introduce(): Promise<Visitor> {
    try {
      return await calls.visitor();
    } catch (problem) {
      if (problem instanceof Refused && problem.status < 500 && problem.status !== 429) throw problem;
      await new Promise((resolve) => setTimeout(resolve, AWAY * (0.5 + Math.random())));
      return introduce();
    }
  }

  const queue = Array.isArray(global.RemoteSupport) ? global.RemoteSupport : [];
  for (const command of queue) if (command[0] === "identify") calls.identify(command[1]);

  const ready = Promise.all([seen().then(introduce), domReady()]).then(([{ site }]) => {
    button = launcher(site.name, () => {
      quietly(load("widget").then((widget) => widget.toggle()));
      // The widget would ask for it: now it does not have to wait.
      quietly(load("panel"));
    });
    host.session.changed(follow);
    follow(host.session.id());
    if (site.liveVisitors) quietly(load("visit"));
  });
  quietly(ready);

  function follow(session: string | undefined): void {
    if (session) quietly(load("session").then((joined) => joined.join(session)));
    if (session ?? host.tab.get("panel")) quietly(load("widget"));
  }

  global.RemoteSupport = Object.assign([] as Command[], {
    ready: true,
    push: (...commands: Command[]) => commands.forEach((command) => run(command)) as unknown as number,
  });
  for (const command of queue) if (command[0] !== "identify") run(command);
}

/** A page that the browser prepares ahead may never be looked at. */
function seen(): Promise<unknown> {
  return new Promise((resolve) => {
    if ((document as { prerendering?: boolean }).prerendering) document.addEventListener("prerenderingchange", resolve);
    else resolve(0);
  });
}

function domReady(): Promise<unknown> {
  return new Promise((resolve) => {
    if (document.readyState !== "loading") resolve(0);
    else document.addEventListener("DOMContentLoaded", resolve);
  });
}
