// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scenarios of contract/scenarios, which the web SDK plays too.
class ScenariosContractTest {
    private static final Path FOLDER = Path.of("../contract/scenarios");
    private static final String JSON = ".json";

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(JSON))
                    .map(name -> name.substring(0, name.length() - JSON.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void goes_as_it_is_written(String name) {
        new Scenario(read(FOLDER.resolve(name + JSON)), ScenariosContractTest::part).play();
    }

    @Test
    void there_are_many() throws IOException {
        assertThat(names()).hasSizeGreaterThan(50);
    }

    private static Map<String, @Nullable Object> part(String name) {
        return read(FOLDER.resolve("parts").resolve(name + JSON));
    }

    private static Map<String, @Nullable Object> read(Path file) {
        try {
            return Json.map(Json.read(Files.readString(file)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
