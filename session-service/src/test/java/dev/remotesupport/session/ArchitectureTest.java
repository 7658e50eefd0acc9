package dev.remotesupport.session;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.remotesupport.testkit.ServiceArchitecture;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import org.eclipse.microprofile.openapi.annotations.Operation;

@AnalyzeClasses(packages = "dev.remotesupport.session", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

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
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .haveRawReturnType(Uni.class)
            .andShould()
            .beAnnotatedWith(Operation.class);

    @ArchTest
    static final ArchRule noRouteIsOpenToEverybody = methods().should().notBeAnnotatedWith(PermitAll.class);
}
