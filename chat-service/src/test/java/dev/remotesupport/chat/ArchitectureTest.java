package dev.remotesupport.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.remotesupport.testkit.ServiceArchitecture;

@AnalyzeClasses(packages = "dev.remotesupport.chat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule onlyTheReplicaBusHasAConnectionOfItsOwn = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("ReplicaBus")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.pgclient.PgConnection");
}
