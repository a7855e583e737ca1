// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;
import org.junit.jupiter.api.Test;

/// Whether Android, API 34, has every class and method of the JDK that the SDK, its wire and this module use.
class AndroidApiTest {
    private static final Path API = Path.of("target", "api", "android.signature");
    private static final List<Path> CODE = List.of(
            Path.of("target/classes"), Path.of("../sdk-java/target/classes"), Path.of("../protocol/target/classes"));
    /// Not on Android: another takes its place, or an app there does without.
    private static final List<String> DESKTOP = List.of(
            "dev/duet/client/socket/Jdk",
            "dev/duet/client/media/picture/",
            "dev/duet/client/media/view/",
            "dev/duet/client/rtc/view/Snapshots");
    /// What is no part of the JDK.
    private static final Set<String> OTHERS = Set.of(
            "dev.duet.*",
            "android.*",
            "org.webrtc.*",
            "okhttp3.*",
            "org.jspecify.*",
            "com.fasterxml.*",
            "kotlin.*",
            "okio.*");
    /// What every compiler for Android makes of records, switches and lambdas by itself.
    private static final List<String> DESUGARED = List.of(
            "java.lang.Record",
            "MatchException",
            "java.lang.runtime.ObjectMethods",
            "java.lang.runtime.SwitchBootstraps",
            "java.lang.invoke.");
    /// Android's own description leaves out that a buffer's methods return its own type, which they do from API 28 on.
    private static final Pattern COVARIANT =
            Pattern.compile(".*java\\.nio\\.(\\w+Buffer) java\\.nio\\.\\1\\.(flip|limit|position|clear|rewind)\\(.*");

    @Test
    void android_has_whatever_of_the_jdk_the_sdk_uses() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (InputStream signatures = Files.newInputStream(API)) {
            SignatureChecker checker = new SignatureChecker(signatures, OTHERS, new Complaints(missing));
            checker.setSourcePath(List.of());
            for (Path folder : CODE) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path each : files.filter(AndroidApiTest::countsHere).toList()) {
                        checker.process(each.toFile());
                    }
                }
            }
        }
        assertThat(missing).as("uses of the JDK that Android lacks").isEmpty();
    }

    private static boolean countsHere(Path file) {
        String name = file.toString().replace('\\', '/');
        return name.endsWith(".class") && DESKTOP.stream().noneMatch(name::contains);
    }

    private record Complaints(Set<String> missing) implements Logger {
        @Override
        public void error(String message) {
            if (!COVARIANT.matcher(message).matches() && DESUGARED.stream().noneMatch(message::contains)) {
                missing.add(message);
            }
        }

        @Override
        public void error(String message, Throwable why) {
            error(message);
        }

        @Override
        public void info(String message) {}

        @Override
        public void info(String message, Throwable why) {}

        @Override
        public void debug(String message) {}

        @Override
        public void debug(String message, Throwable why) {}

        @Override
        public void warn(String message) {}

        @Override
        public void warn(String message, Throwable why) {}
    }
}
