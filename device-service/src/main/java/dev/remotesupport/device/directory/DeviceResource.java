package dev.remotesupport.device.directory;

import dev.remotesupport.device.DeviceProblem;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Reading devices. */
@Path("/api/devices")
@Authenticated
@Tag(name = "Devices")
public class DeviceResource {

    private static final int LONGEST_CURSOR = 1_200;

    private final CurrentCaller caller;
    private final FindDevices find;

    DeviceResource(CurrentCaller caller, FindDevices find) {
        this.caller = caller;
        this.find = find;
    }

    /** One page of devices. */
    @Schema(name = "DevicePage")
    public record DevicePage(
            List<DeviceView> items,

            @Schema(description = "Send it as \"after\" for the next page; null on the last.", nullable = true)
            String next) {

        static DevicePage of(List<DeviceView> found, DeviceQuery query) {
            var page = found.subList(0, Math.min(query.limit(), found.size()));
            var next = found.size() > query.limit() ? Cursor.after(query.sort(), page.getLast()) : null;
            return new DevicePage(page, next);
        }
    }

    @GET
    @Operation(
            operationId = "listDevices",
            summary = "List devices",
            description = "The browsers that customers of the organisation were helped in.")
    public Uni<DevicePage> list(
            @RestQuery
                    @Size(max = 200)
                    @Parameter(
                            description = "Words of browser and operating system; all must occur.",
                            example = "firefox windows")
                    String q,
            @RestQuery
                    @DefaultValue("-lastSeenAt")
                    @Size(max = 20)
                    @Parameter(description = "lastSeenAt or name, with a - in front for the latest or last first.")
                    String sort,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery
                    @Size(max = LONGEST_CURSOR)
                    @Parameter(description = "The \"next\" of the page before, in the same order.")
                    String after) {
        var query = query(q, sort, limit, after);
        return find.find(caller.get(), query).map(found -> DevicePage.of(found, query));
    }

    private static DeviceQuery query(String q, String sort, int limit, String after) {
        try {
            return DeviceQuery.of(q, sort, limit, after);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(DeviceProblem.QUERY_NOT_UNDERSTOOD, e.getMessage());
        }
    }
}
