package dev.remotesupport.device;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The house rules that a compiler does not know. */
@AnalyzeClasses(packages = "dev.remotesupport.device", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule OTHER_SERVICES_ARE_MET_IN_EVENTS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.remotesupport.gateway..",
                    "dev.remotesupport.session..",
                    "dev.remotesupport.signaling..",
                    "dev.remotesupport.chat..",
                    "dev.remotesupport.stats..");

    @ArchTest
    static final ArchRule TENANCY_AND_INBOX_ARE_THE_ONLY_DOORS_TO_THE_DATABASE =
            noClasses().should().dependOnClassesThat().areAssignableTo(Pool.class);

    @ArchTest
    static final ArchRule NOBODY_WAITS_ON_AN_EVENT_LOOP = noClasses().should().callMethod(Uni.class, "await");

    @ArchTest
    static final ArchRule EVERY_ROUTE_SAYS_WHO_MAY =
            methods().that().areAnnotatedWith(GET.class).should().beAnnotatedWith(RolesAllowed.class);

    @ArchTest
    static final ArchRule ONLY_RESOURCES_HAVE_PATHS =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|DTO)");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.remotesupport.device.(*)..").should().beFreeOfCycles();
}
