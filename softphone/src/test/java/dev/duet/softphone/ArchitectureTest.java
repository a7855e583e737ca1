// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/// The rules R1, R2, R6, R7 and R11 of docs/architecture.md over this module.
class ArchitectureTest {
    private static final String ROOT = "dev.duet.softphone";

    /// A package may use only those before it.
    private static final List<String> ORDER = List.of(
            ROOT + ".talk", ROOT + ".demo.proof", ROOT + ".demo", ROOT + ".phone.choice", ROOT + ".phone", ROOT);

    private static final String[] PURE = {ROOT + ".demo.proof", ROOT + ".phone.choice"};

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void a_package_uses_only_those_before_it() {
        for (int at = 0; at < ORDER.size() - 1; at++) {
            String[] later = ORDER.subList(at + 1, ORDER.size()).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ORDER.get(at))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .as(ORDER.get(at) + " stands before " + later[0] + " in docs/architecture.md (R6)")
                    .check(CODE);
        }
    }

    @Test
    void demo_and_phone_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".phone..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".demo..")
                .as("The telephone is no part of the demonstration (R6)")
                .check(CODE);
    }

    @Test
    void every_package_has_its_place() {
        assertThat(CODE.stream().map(JavaClass::getPackageName).distinct()).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void what_is_pure_is_given_what_it_needs() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..", "java.net..", "java.io..", "java.nio.channels..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .as("What is pure is given what it needs, and returns what must happen (R1)")
                .check(CODE);
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(PURE)
                .should()
                .haveModifier(JavaModifier.VOLATILE)
                .as("What is pure has one owner (R2)")
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
    }
}
