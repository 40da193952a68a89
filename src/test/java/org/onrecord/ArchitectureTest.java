package org.onrecord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape of the code: a functional core, and packages that can be read one after the other. */
@AnalyzeClasses(packages = "org.onrecord", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORE = {
        "org.onrecord.article..",
        "org.onrecord.claim..",
        "org.onrecord.statement..",
        "org.onrecord.fact..",
        "org.onrecord.resolution..",
        "org.onrecord.revision.."
    };

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NOTHING_OF_KAFKA = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.onrecord.stream..", "org.onrecord.cli..");

    @ArchTest
    static final ArchRule WHAT_DECIDES_NEVER_ASKS_THE_WALL_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("org.onrecord.(*)..").should().beFreeOfCycles();
}
