// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/// The rules R6, R7 and R11 of docs/architecture.md over the media packages of this module.
class ArchitectureTest {
    /// A package may use only those before it.
    private static final List<String> ORDER = List.of(
            "dev.duet.client.media.flow",
            "dev.duet.client.media",
            "dev.duet.client.media.picture",
            "dev.duet.client.media.synth",
            "dev.duet.client.media.file",
            "dev.duet.client.media.view");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.duet.client.media");

    @Test
    void a_package_uses_only_those_before_it() {
        for (int at = 0; at < ORDER.size() - 1; at++) {
            noClasses()
                    .that()
                    .resideInAPackage(ORDER.get(at))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ORDER.subList(at + 1, ORDER.size()).toArray(String[]::new))
                    .as(ORDER.get(at) + " stands before what it uses in docs/architecture.md (R6)")
                    .check(CODE);
        }
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        assertThat(CODE.stream().map(JavaClass::getPackageName).distinct()).hasSameElementsAs(ORDER);
    }

    @Test
    void the_interface_of_an_engine_knows_no_engine_and_no_desktop() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.duet.client.media", "dev.duet.client.media.flow")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.onvoid..", "java.awt..", "javax.swing..", "javax.sound..")
                .as("Who only signals loads no library and no desktop")
                .check(CODE);
    }

    @Test
    void names_say_what_things_are() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Processor|Base|Abstract\\w+)$")
                .as("A type is named for what it is, not for being a helper of something (R7)")
                .check(CODE);
    }

    @Test
    void tests_neither_sleep_nor_are_skipped() {
        JavaClasses tests = new ClassFileImporter().importPath(Path.of("target/test-classes"));
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .as("A test waits for a condition (R11)")
                .check(tests);
        noMethods()
                .should()
                .beAnnotatedWith(Disabled.class)
                .as("A test runs or is deleted (R11)")
                .check(tests);
        noClasses()
                .should()
                .beAnnotatedWith(Disabled.class)
                .as("A test runs or is deleted (R11)")
                .check(tests);
    }
}
