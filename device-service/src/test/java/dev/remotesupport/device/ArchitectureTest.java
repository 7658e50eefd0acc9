package dev.remotesupport.device;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.remotesupport.testkit.ServiceArchitecture;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "dev.remotesupport.device", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule onlyResourcesHavePaths =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");
}
