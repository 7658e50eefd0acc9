package dev.remotesupport.signaling.cobrowse;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.PauseReason;
import dev.remotesupport.contracts.signal.Resume;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromServer;
import dev.remotesupport.contracts.signal.SignalFromServer.CobrowseEvents;
import dev.remotesupport.contracts.signal.SignalFromServer.CobrowsePaused;
import dev.remotesupport.contracts.signal.SignalFromServer.CobrowseWatched;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.relay.Frame;
import dev.remotesupport.signaling.relay.RelayMeters;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One room's shared pages: who watches which tab, what the tab recorded, where the pointers are. Touched by the loop only. */
public final class Stage {

    private static final long NOTHING_SEEN = -1;

    private final Members members;
    private final BooleanSupplier viewGranted;
    private final RelayMeters meters;
    private final Duration pausedAfter;
    private final Map<UUID, Tab> tabs = new HashMap<>();
    private final Map<UUID, UUID> watching = new HashMap<>();

    /** @param pausedAfter silence of a watched tab's line after which its picture counts as paused */
    public Stage(Members members, BooleanSupplier viewGranted, RelayMeters meters, Duration pausedAfter) {
        this.members = members;
        this.viewGranted = viewGranted;
        this.meters = meters;
        this.pausedAfter = pausedAfter;
    }

    /** A customer's tab is connected, for the first time or anew: a keyframe comes when somebody watches, and its assets. */
    public void tabJoined(Member customer) {
        stream(customer.id()).connected();
        tab(customer.id()).assets().clear();
        tab(customer.id()).pulse().forget();
        customer.send(new CobrowseWatched(customer.watchers()));
    }

    /** A technician is connected; who watched a tab before goes on where it was. */
    public void technicianJoined(Member technician, Optional<Resume> resume) {
        Optional<Resume.Stream> stream = resume.flatMap(before -> before.streams().stream()
                .filter(one -> members.tab(one.participant()).isPresent())
                .findFirst());
        stream.ifPresentOrElse(
                one -> watch(technician, one.participant(), one.sequence()),
                () -> Optional.ofNullable(watching.get(technician.id()))
                        .ifPresent(tab -> watch(technician, tab, NOTHING_SEEN)));
    }

    public void watch(Member technician, UUID tab) {
        watch(technician, tab, NOTHING_SEEN);
    }

    public void unwatch(Member technician) {
        UUID tab = watching.remove(technician.id());
        if (tab != null) {
            watchersChanged(tab);
        }
    }

    /** The technician needs a new keyframe of the tab it watches, or a part of its page. */
    public void refresh(Member technician, SignalFromClient.CobrowseRefresh wanted) {
        UUID tab = wanted.participant();
        if (!watches(technician, tab)) {
            technician.refuse(Refusal.TAB_UNKNOWN, "Watch it first.", RelayRule.COBROWSE_REFRESH);
        } else if (wanted.node() == null) {
            askForKeyframe(tab);
        } else {
            tell(members.tab(tab).stream(), Frame.of(new SignalFromServer.CobrowseRefresh(wanted.node())));
        }
    }

    /** A picture or font of the tab's page, kept for those who come late. */
    public void asset(Member customer, SignalFromClient.CobrowseAsset asset) {
        if (customer.watchers() == 0) {
            meters.dropped(RelayRule.COBROWSE_ASSET);
            return;
        }
        tab(customer.id()).assets().add(asset);
        tell(watchers(customer.id()), frame(customer.id(), asset));
    }

    /** The tab recorded something, with the customer's consent. */
    public void recorded(Member customer, SignalFromClient.CobrowseEvents recorded) {
        if (customer.watchers() == 0) {
            withheld(customer, recorded);
            return;
        }
        PageStream stream = stream(customer.id());
        switch (stream.receive(recorded.sequence(), recorded.keyframe(), recorded.events())) {
            case PageStream.Received.Accepted(var part) -> passOn(customer, stream, part);
            case PageStream.Received.KeyframeMissing() -> {
                meters.dropped(RelayRule.COBROWSE_EVENTS);
                askForKeyframe(customer.id());
            }
            case PageStream.Received.OutOfSequence(var expected) -> outOfSequence(customer);
        }
    }

    /** The tab recorded something that nobody may see, or nobody watches: it counts only in the sequence. */
    public void withheld(Member customer, SignalFromClient.CobrowseEvents recorded) {
        if (!stream(customer.id()).skip(recorded.sequence())) {
            outOfSequence(customer);
        }
    }

    public void point(Member member, SignalFromClient.PointerMove move) {
        var told = new SignalFromServer.PointerMove(member.id(), move.participant(), move.x(), move.y());
        if (member.seat() == Seat.CUSTOMER && member.id().equals(move.participant())) {
            tell(watchers(member.id()), Frame.of(told));
        } else if (watches(member, move.participant())) {
            tellAround(member, move.participant(), Frame.of(told));
        } else {
            meters.refused(RelayRule.POINTER_MOVE);
        }
    }

    public void draw(Member technician, SignalFromClient.PointerDraw draw) {
        if (watches(technician, draw.participant())) {
            var told =
                    new SignalFromServer.PointerDraw(technician.id(), draw.participant(), draw.begins(), draw.points());
            tellAround(technician, draw.participant(), Frame.of(told));
        } else {
            meters.refused(RelayRule.POINTER_DRAW);
        }
    }

    public void hover(Member technician, SignalFromClient.ControlHover hover) {
        if (watches(technician, hover.participant())) {
            var told = new SignalFromServer.ControlHover(technician.id(), hover.participant(), hover.node());
            tell(members.tab(hover.participant()).stream(), Frame.of(told));
        } else {
            meters.refused(RelayRule.CONTROL_HOVER);
        }
    }

    public boolean watches(Member technician, UUID tab) {
        return tab.equals(watching.get(technician.id()));
    }

    /** The customer no longer lets the pages be seen: nothing of them is kept. */
    public void viewRevoked() {
        tabs.forEach((id, tab) -> {
            tab.stream().expectKeyframe();
            tab.assets().clear();
            tell(watchers(id), Frame.of(new CobrowsePaused(id, PauseReason.NOT_GRANTED)));
        });
    }

    /** The connection broke. Its tab stands still; what a technician watches is kept for its return. */
    public void away(Member member) {
        if (tabs.containsKey(member.id())) {
            tell(watchers(member.id()), Frame.of(paused(member.id())));
        }
    }

    /** Notices when the line of a watched tab falls silent, and when it is heard again. */
    public void tick(long nanoTime) {
        tabs.forEach((id, tab) -> members.tab(id).flatMap(Member::client).ifPresent(client -> {
            if (watchers(id).findAny().isEmpty()) {
                tab.pulse().forget();
            } else if (tab.pulse().changes(client, nanoTime)) {
                pulseChanged(id, tab);
            }
        }));
    }

    /** Whether the tab's line seems cut: whatever is sent there would arrive late, if ever. */
    public boolean isSilent(UUID tab) {
        return tabs.containsKey(tab) && tabs.get(tab).pulse().isSilent();
    }

    public void left(Member member) {
        tabs.remove(member.id());
        watching.values().removeIf(tab -> tab.equals(member.id()));
        unwatch(member);
    }

    /** The technician's connection could not keep up with the tab and is ready again. */
    public void restart(Member technician, String lane) {
        UUID tab = watching.get(technician.id());
        if (tab != null && Frame.lane(tab).equals(lane)) {
            bringUpToDate(technician, tab, NOTHING_SEEN);
        }
    }

    private void pulseChanged(UUID id, Tab tab) {
        if (tab.pulse().isSilent()) {
            tell(watchers(id), Frame.of(paused(id)));
        } else if (viewGranted.getAsBoolean()) {
            // Nothing was lost on the way: what was shown last holds.
            tab.stream().last().ifPresentOrElse(part -> tell(watchers(id), frame(id, part)), () -> askForKeyframe(id));
        }
    }

    /** The picture stands still; one that consent was taken back for stays hidden. */
    private CobrowsePaused paused(UUID tab) {
        return new CobrowsePaused(tab, viewGranted.getAsBoolean() ? PauseReason.DISCONNECTED : PauseReason.NOT_GRANTED);
    }

    private void watch(Member technician, UUID tab, long seen) {
        if (members.tab(tab).isEmpty()) {
            technician.refuse(Refusal.TAB_UNKNOWN, "It was closed.", RelayRule.COBROWSE_WATCH);
            return;
        }
        UUID before = watching.put(technician.id(), tab);
        if (before != null && !before.equals(tab)) {
            watchersChanged(before);
        }
        if (!tab.equals(before)) {
            watchersChanged(tab);
        }
        boolean beginsToRecord =
                !tab.equals(before) && members.tab(tab).orElseThrow().watchers() == 1;
        if (viewGranted.getAsBoolean()) {
            if (!tab.equals(before) || seen == NOTHING_SEEN) {
                tab(tab).assets().all().forEach(asset -> technician.send(frame(tab, asset)));
            }
            // A tab that begins to record does so with a keyframe: it need not be asked for.
            if (!beginsToRecord) {
                bringUpToDate(technician, tab, seen);
            }
        }
        boolean standsStill = !members.tab(tab).orElseThrow().isPresent() || isSilent(tab);
        if (standsStill || !viewGranted.getAsBoolean()) {
            technician.send(paused(tab));
        }
    }

    private void bringUpToDate(Member technician, UUID tab, long seen) {
        PageStream stream = stream(tab);
        if (stream.hasPicture()) {
            stream.after(seen).forEach(part -> technician.send(frame(tab, part)));
        } else {
            askForKeyframe(tab);
        }
    }

    private void passOn(Member customer, PageStream stream, PageStream.Kept part) {
        if (part.keyframe()) {
            tabs.get(customer.id()).keyframeCame();
        }
        tell(watchers(customer.id()), frame(customer.id(), part));
        if (stream.wantsKeyframe()) {
            askForKeyframe(customer.id());
        }
    }

    private void askForKeyframe(UUID tab) {
        members.tab(tab)
                .filter(customer -> customer.isPresent() && customer.watchers() > 0)
                .filter(customer -> viewGranted.getAsBoolean() && tabs.get(tab).mayAsk(System.nanoTime()))
                .ifPresent(customer -> customer.send(new SignalFromServer.CobrowseRefresh(null)));
    }

    private void watchersChanged(UUID tab) {
        members.tab(tab).ifPresent(customer -> {
            customer.watchedBy(
                    (int) watching.values().stream().filter(tab::equals).count());
            if (customer.watchers() == 0) {
                // It stops recording, so what is kept grows old, and begins with everything anew.
                stream(tab).expectKeyframe();
                tab(tab).assets().clear();
            }
            customer.send(new CobrowseWatched(customer.watchers()));
            members.tellOthers(customer, new SignalFromServer.ParticipantChanged(customer.view()));
        });
    }

    private PageStream stream(UUID tab) {
        return tab(tab).stream();
    }

    private Tab tab(UUID tab) {
        return tabs.computeIfAbsent(tab, id -> new Tab(pausedAfter));
    }

    private Stream<Member> watchers(UUID tab) {
        return members.present(Seat.TECHNICIAN).filter(technician -> watches(technician, tab));
    }

    /** The customer, and the other technicians who watch. */
    private void tellAround(Member technician, UUID tab, Frame frame) {
        tell(members.tab(tab).stream(), frame);
        tell(watchers(tab).filter(other -> other != technician), frame);
    }

    private void tell(Stream<Member> to, Frame frame) {
        to.forEach(member -> {
            member.send(frame);
            meters.relayed(frame.rule());
        });
    }

    private static void outOfSequence(Member customer) {
        customer.client().ifPresent(client -> client.close(Refusal.OUT_OF_SEQUENCE, "Count up by one from 1 on."));
    }

    private static Frame frame(UUID tab, SignalFromClient.CobrowseAsset asset) {
        return Frame.of(new SignalFromServer.CobrowseAsset(tab, asset.hash(), asset.mime(), asset.data()));
    }

    private static Frame frame(UUID tab, PageStream.Kept part) {
        return Frame.of(new CobrowseEvents(tab, part.sequence(), part.keyframe(), part.events()));
    }
}
