package dev.remotesupport.signaling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.remotesupport.signaling", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.remotesupport.signaling.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule databaseIsReachedThroughTenancyOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.sqlclient.Pool");

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.remotesupport.session..",
                    "dev.remotesupport.chat..",
                    "dev.remotesupport.device..",
                    "dev.remotesupport.stats..",
                    "dev.remotesupport.gateway..");

    @ArchTest
    static final ArchRule relayRulesKnowNeitherSocketsNorRooms = noClasses()
            .that()
            .resideInAPackage("..signaling.relay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..signaling.room..", "..signaling.socket..", "io.quarkus.websockets..");

    @ArchTest
    static final ArchRule socketsSayWhoMayOpenThem = classes()
            .that()
            .areAnnotatedWith("io.quarkus.websockets.next.WebSocket")
            .should()
            .beAnnotatedWith("jakarta.annotation.security.RolesAllowed");

    @ArchTest
    static final ArchRule nothingWaitsOnAnEventLoop = noClasses()
            .that()
            .doNotHaveSimpleName("RoomClock")
            .should()
            .callMethod("io.smallrye.mutiny.Uni", "await")
            .as("Only the shutdown waits, on its own thread");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Util|DTO|Dto)")
            .orShould()
            .haveNameMatching(".*\\.(Base|Abstract)[A-Z].*");

    @ArchTest
    static final ArchRule messageHandlersNeverBlock = methods()
            .that()
            .areAnnotatedWith("io.quarkus.websockets.next.OnTextMessage")
            .should()
            .haveRawReturnType("io.smallrye.mutiny.Uni");
}
