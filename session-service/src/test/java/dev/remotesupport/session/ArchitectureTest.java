package dev.remotesupport.session;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import org.eclipse.microprofile.openapi.annotations.Operation;

@AnalyzeClasses(packages = "dev.remotesupport.session", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theOnlyDoorToTheDatabaseIsTenancy = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.sqlclient.Pool")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.hibernate..", "jakarta.persistence..", "java.sql..");

    @ArchTest
    static final ArchRule noNameSaysNothing = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)")
            .orShould()
            .haveNameMatching(".*\\.(Base|Abstract)[A-Z].*");

    @ArchTest
    static final ArchRule storesAndRulesStayInTheirPackage = classes()
            .that()
            .haveSimpleNameEndingWith("Policy")
            .or()
            .haveSimpleNameEndingWith("Store")
            .and()
            .doNotHaveSimpleName("SessionStore")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule thePartsDoNotGoInCircles =
            slices().matching("dev.remotesupport.session.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theLifecycleKnowsNoneOfItsUsers = noClasses()
            .that()
            .resideInAPackage("..session.lifecycle")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.remotesupport.session..")
                    .and(not(resideInAPackage("dev.remotesupport.session.lifecycle")
                            .or(resideInAPackage("dev.remotesupport.session")))));

    @ArchTest
    static final ArchRule everyRouteAnswersWithoutBlocking = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(DELETE.class)
            .should()
            .haveRawReturnType(Uni.class)
            .andShould()
            .beAnnotatedWith(Operation.class);

    @ArchTest
    static final ArchRule noRouteIsOpenToEverybody = methods().should().notBeAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule everyRouteNamesItsRoles =
            methods().that().areAnnotatedWith(Operation.class).should().beAnnotatedWith(RolesAllowed.class);
}
