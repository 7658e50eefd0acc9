package dev.remotesupport.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.remotesupport.chat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.remotesupport.chat.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule databaseIsReachedThroughTenancyOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.sqlclient.Pool");

    @ArchTest
    static final ArchRule onlyTheReplicaBusHasAConnectionOfItsOwn = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("ReplicaBus")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.pgclient.PgConnection");

    @ArchTest
    static final ArchRule socketsSayWhoMayOpenThem = classes()
            .that()
            .areAnnotatedWith("io.quarkus.websockets.next.WebSocket")
            .should()
            .beAnnotatedWith("jakarta.annotation.security.RolesAllowed");

    @ArchTest
    static final ArchRule resourcesSayWhoMayCallThem = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith("jakarta.annotation.security.RolesAllowed");

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.remotesupport.session..",
                    "dev.remotesupport.signaling..",
                    "dev.remotesupport.device..",
                    "dev.remotesupport.stats..",
                    "dev.remotesupport.gateway..");

    @ArchTest
    static final ArchRule nothingWaits = noClasses().should().callMethod("io.smallrye.mutiny.Uni", "await");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Util|DTO|Dto)")
            .orShould()
            .haveNameMatching(".*\\.(Base|Abstract)[A-Z].*");
}
