package dev.remotesupport.device.directory;

import dev.remotesupport.device.DeviceProblem;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the devices of the caller's organisation. */
@ApplicationScoped
class FindDevices {

    private final Tenancy tenancy;
    private final DeviceList list;

    FindDevices(Tenancy tenancy, DeviceList list) {
        this.tenancy = tenancy;
        this.list = list;
    }

    /** Up to one more than the query's limit, which tells that there is a further page. */
    Uni<List<DeviceView>> find(Caller caller, DeviceQuery query) {
        if (caller.participant().isPresent()) {
            return refused(DeviceProblem.NOT_YOUR_SESSION, "A participant's token opens its own session only.");
        }
        return tenancy.inTransaction(caller.organisationId(), connection -> list.page(connection, query));
    }

    private static Uni<List<DeviceView>> refused(DeviceProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
