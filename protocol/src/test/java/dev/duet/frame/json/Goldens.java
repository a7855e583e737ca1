// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The files of `contract/frames`.
final class Goldens {
    static final Path FRAMES = Path.of("..", "contract", "frames");

    private Goldens() {}

    /// The names of the files in a folder that end so, sorted.
    static List<String> names(Path folder, String end) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static String text(String name) {
        return text(FRAMES.resolve(name));
    }

    /// The same JSON as the writer would space it: not at all.
    static String oneLine(String json) {
        StringWriter line = new StringWriter();
        try (JsonParser parser = new JsonFactory().createParser(json);
                JsonGenerator generator = new JsonFactory().createGenerator(line)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return line.toString();
    }

    /// The members of a flat object; a null member is left out.
    static Map<String, String> members(Path file) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    members.put(name, parser.getText());
                }
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return members;
    }
}
