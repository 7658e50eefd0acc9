package dev.remotesupport.gateway;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.remotesupport.testkit.ServiceArchitecture;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.Path;
import org.hibernate.reactive.mutiny.Mutiny;

@AnalyzeClasses(packages = "dev.remotesupport.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule transactionsBeginAtTheDoorOnly = noClasses()
            .that()
            .resideOutsideOfPackage("..tenancy")
            .should()
            .callMethodWhere(target(nameMatching("withTransaction|withSession")))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Pool.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Mutiny.SessionFactory.class)
            .orShould()
            .beAnnotatedWith(WithSession.class)
            .orShould()
            .beAnnotatedWith(WithTransaction.class)
            .because("every transaction says on whose behalf it runs");

    @ArchTest
    static final ArchRule resourcesArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .bePackagePrivate()
            .because("nothing but HTTP calls a resource");
}
