import {
  LIMITS,
  PROTOCOL_VERSION,
  type Capability,
  type FrameOf,
  type SignalFromClient,
  type SignalFromServer,
} from "@remote-support/protocol";
import { resilientSocket, type SocketState } from "@remote-support/socket";
import { guarded } from "../dom";
import { type Host, type Page, type Visitor } from "../host";
import type { Call, CallScript } from "../call/main";
import type { Camera } from "../camera/main";
import type { Outcome } from "../recorder/control";
import type { Mirror } from "../mirror/mirror";
import type { Order, Recorder } from "../recorder/main";
import { siteRules } from "../rules";
import type { Admission } from "./admission";
import { bar } from "./bar";
import { consent } from "./consent";
import { overlay } from "./overlay";
import type { Standing } from "./main";
import { shownPage } from "./page";
import { Room } from "./room";

export interface Joined {
  id: string;
  leave(): void;
}

/** How often at most our pointer is told. */
const POINTER_PAUSE = 50;

/** Runs this tab in a session's room until it leaves: what frames mean, and what the customer sees of it. */
export function joinSession(host: Host, admission: Admission, tell: (standing: Standing) => void): Joined {
  const room = new Room();
  const views = {
    bar: bar(host, stopAll),
    consent: consent(host, answer),
    overlay: overlay(host),
  };
  recallWithdrawn();

  /** Nobody looks at a page that is not the site's. */
  const granted = (capability: Capability) => !host.unshared && room.granted(capability);

  let state: SocketState = "connecting";
  let sequence = 0;
  let recorder: Recorder | undefined;
  let mirror: Mirror | undefined;
  let left = false;
  let shown = page();

  const sharing = () => state === "connected" && room.watchers > 0 && granted("view");
  const door = admission.door("signaling");
  let show: Camera | undefined;

  /** Our own page can show more than itself: what, the room is told with the hello. */
  async function prepare(): Promise<void> {
    if (show || host.siteKey !== "connect") return;
    const script = await host.load("camera").catch(() => undefined);
    show ??= script?.create({ send: socket.send, withdraw: stopAll, changed: render });
  }

  let call: Call | undefined;
  /** What is said of calls while their script is on its way. */
  let early: SignalFromServer[] = [];

  function hear(frame: SignalFromServer): void {
    if (call) return call.receive(frame);
    if (/^(call|peer)\./.test(frame.type)) early = [...early.slice(-50), frame];
    if (frame.type === "call.changed") guarded(loadCall)();
  }

  async function loadCall(): Promise<void> {
    const script = (await host.load("call")) as CallScript | undefined;
    if (left || call) return;
    call = script?.join({ session: admission.session, send: socket.send, changed: render });
    for (const frame of early) call?.receive(frame);
    render();
  }

  const socket = resilientSocket<SignalFromServer, SignalFromClient>({
    ...door,
    token: () => prepare().then(door.token),
    largest: LIMITS.SIGNAL_FRAME_BYTES,
    hello: () => ({ type: "hello", protocol: PROTOCOL_VERSION, page: (shown = page()), ...show?.hello }),
    receive: guarded(receive),
    state: guarded((next, closed) => {
      state = next;
      render();
      admission.closed(closed);
    }),
  });

  function receive(frame: SignalFromServer): void {
    room.apply(frame);
    hear(frame);
    if (room.state === "ended") return host.session.ended(admission.session);
    show?.receive(frame);
    if ("command" in frame && "from" in frame) return execute(frame);
    switch (frame.type) {
      case "welcome":
        sequence = 0;
        recorder?.stop();
        tellWithdrawn();
        break;
      case "participant.left":
        views.overlay.forget(frame.participant);
        return render();
      case "cobrowse.refresh":
        return recorder?.keyframe(frame.node);
      case "pointer.move":
        if (granted("view")) views.overlay.pointer(frame.from, room.name(frame.from), frame.x, frame.y);
        return;
      case "pointer.draw":
        return guarded(draw)(frame);
      case "control.hover":
        if (granted("view")) {
          const inFrame = recorder?.hover(frame.node);
          views.overlay.outline(frame.node === null || inFrame ? undefined : recorder?.find(frame.node));
        }
        return;
      case "problem":
        if (frame.code === "plan-limit") guarded(sayFull)();
        break;
      case "grant.changed":
        rememberWithdrawn();
        if (frame.outcome === "given") tellWithdrawn();
        break;
    }
    render();
  }

  const sayFull = async () => (await host.load("notice")).tell("full");

  async function draw({ from, begins, points }: FrameOf<SignalFromServer, "pointer.draw">): Promise<void> {
    const marks = await host.load("marks");
    if (!left && granted("view")) marks.draw(from, begins, points);
  }

  let before = Promise.resolve();

  /** One order after another, as they were given; a proposal that waits for its answer holds up nothing. */
  function execute(order: Order): void {
    before = before.then(() => new Promise((next) => guarded(carryOut)(order, next)));
  }

  async function carryOut(order: Order, next: () => void): Promise<void> {
    const allowed = () => !left && sharing() && granted("control");
    const tell = ({ outcome, reason }: Outcome) =>
      socket.send({ type: "control.result", command: order.command, outcome, ...(reason && { reason }) });
    const attempt = async (agreed: boolean): Promise<Outcome> =>
      (allowed() && (await recorder?.act(order, { allowed, agreed, touch: views.overlay.touch }))) || {
        outcome: "refused",
        reason: "not-granted",
      };
    try {
      let result = await attempt(false);
      if (result.outcome === "proposed") {
        tell(result);
        next();
        const yes = await proposed(order, result.words, allowed);
        result = yes ? await attempt(true) : { outcome: "refused", reason: "declined" };
      }
      tell(result);
    } finally {
      next();
    }
  }

  async function proposed(order: Order, words: string | undefined, allowed: () => boolean): Promise<boolean> {
    const marks = await host.load("marks");
    const element = recorder?.find(order.node);
    return !!element && marks.propose({ element, words, name: room.name(order.from), stands: allowed });
  }

  function render(): void {
    if (left) return;
    const picture = show?.update(room);
    const given = { view: granted("view"), control: granted("control") };
    const technicians = room.technicians();
    views.bar.show(given, given.control ? room.controllers() : technicians, state === "connected", picture);
    views.consent.show(state === "connected" && !host.unshared ? room.requests[0] : undefined, show?.words);
    const speaks = call?.update(room, given.view || given.control || !!picture);
    mirror?.show(given.view, technicians, sharing());
    if (!given.view) views.overlay.clear();
    if (room.me) {
      const { state, waiting, idleEndsAt } = room;
      const shared = given.view || given.control || !!picture || !!speaks;
      tell({ state, technicians, shared, waiting, idleEndsAt });
    }
    // The next page of this tab can fetch the recorder while it still connects.
    if (state === "connected") host.tab.set("viewed", given.view || undefined);
    if (given.view) void load();
    if (recorder) {
      if (sharing()) recorder.start();
      else recorder.stop();
    }
  }

  let loading = false;

  /** The recorder is not even loaded before somebody may see the page. */
  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    try {
      const site = await siteRules(host);
      const script = await host.load("recorder");
      if (left) return;
      recorder = script.create({
        selectors: site.maskSelectors,
        guards: site.guardSelectors,
        backlog: socket.backlog,
        sendAsset(asset) {
          const sent = sharing() && socket.send({ type: "cobrowse.asset", ...asset });
          if (sent) mirror?.tell({ type: "asset", ...asset });
          return sent;
        },
        send: (events, keyframe) => {
          if (!sharing()) return;
          if (socket.send({ type: "cobrowse.events", sequence: sequence + 1, keyframe, events })) {
            sequence++;
            mirror?.tell({ type: "events", events, keyframe });
          } else if (!keyframe) recorder?.keyframe();
          // Beyond what the wire takes.
          else if (state === "connected") recorder?.outline();
        },
      });
      render();
      guarded(loadMirror)();
    } catch {
      loading = false;
    }
  }

  async function loadMirror(): Promise<void> {
    const script = await host.load("mirror");
    if (left) return;
    mirror = script.create(views.bar.stop, sendWhole);
    render();
  }

  /** From the beginning, with all pictures and fonts. */
  function sendWhole(): void {
    recorder?.stop();
    render();
  }

  function answer(request: string, allowed: boolean, capability: Capability): void {
    if (allowed) show?.said(capability);
    room.answer(request, allowed);
    socket.send({ type: "grant.answer", request, allowed });
    render();
  }

  /** Stops here first, connected or not; then tells the others. */
  function stopAll(): void {
    recorder?.stop();
    room.withdraw();
    rememberWithdrawn();
    tellWithdrawn();
    render();
  }

  function tellWithdrawn(): void {
    for (const capability of room.withdrawn) socket.send({ type: "grant.revoke", capability });
  }

  /** For the next page and for the other tabs, which stop at once, too. */
  function rememberWithdrawn(): void {
    const capabilities = [...room.withdrawn];
    host.local.set("withdrawn", capabilities.length ? { from: admission.session, capabilities } : undefined);
  }

  function recallWithdrawn(): void {
    const withdrawn = host.local.get<{ from: string; capabilities: Capability[] }>("withdrawn");
    if (withdrawn?.from === admission.session) withdrawn.capabilities.forEach((one) => room.withdrawn.add(one));
  }

  const hearWithdrawn = guarded(() => {
    recallWithdrawn();
    render();
  });

  function tellPage(): void {
    const now = page();
    if (JSON.stringify(now) === JSON.stringify(shown)) return;
    if (socket.send({ type: "page.changed", ...now })) shown = now;
  }

  let pointerTold = 0;
  let pointerTimer: ReturnType<typeof setTimeout> | undefined;

  const tellPointer = guarded((event: PointerEvent) => {
    const { clientX: x, clientY: y } = event;
    // Where the pointer goes on a private PIN pad says what is tapped.
    if (!sharing() || !recorder || recorder.hides(event.composedPath()[0] as Node)) return;
    clearTimeout(pointerTimer);
    const tell = () => {
      pointerTold = Date.now();
      if (sharing()) socket.send({ type: "pointer.move", participant: room.me, x, y });
    };
    pointerTimer = setTimeout(tell, Math.max(0, pointerTold + POINTER_PAUSE - Date.now()));
  });

  // Single-page sites change address and title without a load.
  addEventListener("storage", hearWithdrawn);
  function page(): Page & { visible: boolean } {
    const { site } = host.local.get<Visitor>("visitor") ?? {};
    return { ...shownPage(site?.maskSelectors), visible: document.visibilityState === "visible" };
  }

  const watch = setInterval(guarded(tellPage), 500);
  addEventListener("pointermove", tellPointer, { passive: true, capture: true });
  document.addEventListener("visibilitychange", tellPage);
  if (host.tab.get("viewed")) void load();
  if (host.tab.get("call")) guarded(loadCall)();

  return {
    id: admission.session,
    leave() {
      left = true;
      recorder?.stop();
      clearInterval(watch);
      removeEventListener("storage", hearWithdrawn);
      clearTimeout(pointerTimer);
      removeEventListener("pointermove", tellPointer, { capture: true });
      document.removeEventListener("visibilitychange", tellPage);
      show?.end();
      call?.end();
      socket.close();
      mirror?.remove();
      for (const view of Object.values(views)) view.remove();
      host.tab.set("viewed", undefined);
    },
  };
}
