// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

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
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/// The rules R1, R2, R6, R7 and R11 of docs/architecture.md over this module.
class ArchitectureTest {
    private static final String ROOT = "dev.duet.client.media.webrtc";
    private static final String MACHINE = ROOT + ".machine";
    private static final String DEVICE = ROOT + ".device";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void machines_and_devices_know_neither_each_other_nor_the_engine() {
        noClasses()
                .that()
                .resideInAPackage(MACHINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, DEVICE)
                .as("Machines are before the engine in docs/architecture.md (R6)")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage(DEVICE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, MACHINE)
                .as("Devices are before the engine in docs/architecture.md (R6)")
                .check(CODE);
    }

    @Test
    void every_package_has_its_place() {
        assertThat(CODE.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrder(ROOT, MACHINE, DEVICE);
    }

    @Test
    void machines_are_pure() {
        noClasses()
                .that()
                .resideInAPackage(MACHINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.onvoid..", "java.util.concurrent..", "java.net..", "java.io..", "java.nio..")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .as("A machine is given what it needs, and returns what must happen (R1)")
                .check(CODE);
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(MACHINE)
                .should()
                .haveModifier(JavaModifier.VOLATILE)
                .as("A machine has one owner (R2)")
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
    void native_connections_are_touched_by_their_owner_alone() {
        classes()
                .that()
                .haveSimpleName("NativePeer")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching(".*\\.(Owner|NativePeer)(\\$.*)?")
                .as("What is native of a connection belongs to one thread, which Owner is")
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
