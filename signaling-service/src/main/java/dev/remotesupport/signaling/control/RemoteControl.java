package dev.remotesupport.signaling.control;

import dev.remotesupport.contracts.signal.ControlCommand;
import dev.remotesupport.contracts.signal.ControlOrder;
import dev.remotesupport.contracts.signal.ControlOutcome;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromServer.ControlResult;
import dev.remotesupport.signaling.cobrowse.Stage;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.relay.RelayMeters;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One room's remote input: passed to the tab that the technician watches, its result passed back to whoever gave it.
 * Nothing waits for a tab that is away or silent: input is never replayed. Touched only by the room's loop.
 */
public final class RemoteControl {

    /** Commands whose result is awaited; the oldest are forgotten first. */
    private static final int AWAITED = 256;

    private final Members members;
    private final Stage stage;
    private final RelayMeters meters;
    private final Holding holding;
    private final Map<UUID, Given> awaited = new LinkedHashMap<>();

    private record Given(UUID technician, UUID tab) {}

    public RemoteControl(Members members, Stage stage, Holding holding, RelayMeters meters) {
        this.members = members;
        this.stage = stage;
        this.holding = holding;
        this.meters = meters;
    }

    public void command(Member technician, ControlCommand command) {
        Optional<Member> tab = members.tab(command.participant())
                .filter(Member::isPresent)
                .filter(present -> !stage.isSilent(command.participant()))
                .filter(present -> stage.watches(technician, command.participant()));
        if (tab.isEmpty()) {
            answer(technician, command, ControlOutcome.MISSING, Refusal.TAB_UNKNOWN);
        } else if (holding.mayControl(technician)) {
            carryOut(technician, tab.get(), command);
        } else {
            answer(technician, command, ControlOutcome.REFUSED, Refusal.CONTROL_HELD);
        }
    }

    /** The customer's consent is missing, or was taken back a moment ago. */
    public void refuse(Member technician, ControlCommand command) {
        answer(technician, command, ControlOutcome.REFUSED, Refusal.NOT_GRANTED);
    }

    public void result(Member customer, SignalFromClient.ControlResult result) {
        Given given = awaited.get(result.command());
        if (given == null || !given.tab().equals(customer.id())) {
            meters.refused(RelayRule.CONTROL_RESULT);
            return;
        }
        if (result.outcome() != ControlOutcome.PROPOSED) {
            awaited.remove(result.command());
        }
        members.get(given.technician()).ifPresent(technician -> {
            technician.send(new ControlResult(customer.id(), result.command(), result.outcome(), result.reason()));
            meters.relayed(RelayRule.CONTROL_RESULT);
        });
    }

    private void carryOut(Member technician, Member tab, ControlCommand command) {
        // To point at something is not yet to act.
        if (!(command instanceof ControlCommand.Point)) {
            holding.give(technician);
        }
        await(command.command(), new Given(technician.id(), tab.id()));
        tab.send(ControlOrder.of(technician.id(), command));
        meters.relayed(RelayRule.CONTROL);
    }

    private void answer(Member technician, ControlCommand command, ControlOutcome outcome, Refusal why) {
        meters.refused(RelayRule.CONTROL);
        technician.send(new ControlResult(command.participant(), command.command(), outcome, why.code()));
    }

    private void await(UUID command, Given given) {
        if (awaited.size() >= AWAITED) {
            awaited.remove(awaited.keySet().iterator().next());
        }
        awaited.put(command, given);
    }
}
