// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Whatever an app does with its clients and calls, and in which order, its JVM lives until it is done, and ends then.
class AnyOrderIT {
    private static final int ORDERS = 24;
    private static final int FIRST_SEED = 1;
    private static final long PATIENCE_SECONDS = 120;

    @Test
    void no_order_of_calls_breaks_anything() throws IOException, InterruptedException {
        Path output = Files.createTempFile("duet-any-order", ".txt");
        try {
            Process jvm = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Xmx256m",
                            "-XX:ErrorFile=/dev/null",
                            "-XX:-CreateCoredumpOnCrash",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AnyOrder.class.getName(),
                            Integer.toString(ORDERS),
                            Integer.toString(FIRST_SEED)))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = jvm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                jvm.destroyForcibly().waitFor();
            }
            String said = Files.readString(output);
            assertThat(ended).as(said).isTrue();
            assertThat(said).contains(ORDERS + " orders").doesNotContain(AnyOrder.FAULT);
            assertThat(jvm.exitValue()).as(said).isZero();
        } finally {
            Files.delete(output);
        }
    }
}
