package dev.remotesupport.signaling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.remotesupport.testkit.ServiceArchitecture;

@AnalyzeClasses(packages = "dev.remotesupport.signaling", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule relayRulesKnowNeitherSocketsNorRooms = noClasses()
            .that()
            .resideInAPackage("..signaling.relay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..signaling.room..", "..signaling.socket..", "io.quarkus.websockets..");

    @ArchTest
    static final ArchRule messageHandlersNeverBlock = methods()
            .that()
            .areAnnotatedWith("io.quarkus.websockets.next.OnTextMessage")
            .should()
            .haveRawReturnType("io.smallrye.mutiny.Uni");
}
