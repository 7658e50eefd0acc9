package dev.remotesupport.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;

/** The house rules that a compiler does not know, for every service. A service takes them in by {@code ArchTests.in}. */
public final class ServiceArchitecture {

    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
    private static final String AUTHENTICATED = "io.quarkus.security.Authenticated";
    private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.remotesupport.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule databaseIsReachedThroughTenancyOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.sqlclient.Pool")
            .because("every transaction says on whose behalf it runs");

    @ArchTest
    static final ArchRule routesSayWhoMayCallThem = methods()
            .that()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(AUTHENTICATED)
            .orShould()
            .beAnnotatedWith(ROLES_ALLOWED)
            .orShould()
            .beAnnotatedWith(PERMIT_ALL)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(AUTHENTICATED)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(ROLES_ALLOWED)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(PERMIT_ALL)
            .allowEmptyShould(true);

    /** Who may call a route that the gateway lets through stands in the matrix of permissions, and nowhere else. */
    @ArchTest
    static final ArchRule rolesAreNamedByInternalRoutesAlone = methods()
            .that()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .and(describe(
                    "name roles",
                    method -> method.isAnnotatedWith(ROLES_ALLOWED)
                            || method.getOwner().isAnnotatedWith(ROLES_ALLOWED)))
            .should()
            .beDeclaredInClassesThat(describe("have an internal path", ServiceArchitecture::isInternal))
            .because("permissions.json says who may call the others (ADR 14)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule socketsSayWhoMayOpenThem = classes()
            .that()
            .areAnnotatedWith("io.quarkus.websockets.next.WebSocket")
            .should()
            .beAnnotatedWith(ROLES_ALLOWED)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingWaits = noClasses()
            .should()
            .callMethodWhere(describe("it waits, outside of a shutdown", call -> waits(call) && !isAtShutdown(call)))
            .because("an event loop that waits keeps everybody waiting");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)")
            .orShould()
            .haveNameMatching(".*\\.(Base|Abstract)[A-Z].*");

    private ServiceArchitecture() {}

    private static boolean isInternal(JavaClass resource) {
        return resource.tryGetAnnotationOfType("jakarta.ws.rs.Path")
                .flatMap(path -> path.get("value"))
                .filter(path -> path.toString().startsWith("/internal/"))
                .isPresent();
    }

    private static boolean waits(JavaCall<?> call) {
        var method = call.getTarget().getName();
        var owner = call.getTargetOwner();
        return (method.equals("await") && owner.isAssignableTo(Uni.class))
                || (method.equals("sleep") && owner.isEquivalentTo(Thread.class));
    }

    /** Observers of a shutdown run on a thread of their own. */
    private static boolean isAtShutdown(JavaCall<?> call) {
        return call.getOrigin().getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().startsWith("io.quarkus.runtime.Shutdown"));
    }
}
