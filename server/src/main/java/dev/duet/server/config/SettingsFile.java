// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The settings file: lines of `key = value`; what follows a `#` at the start of a line or after a blank is a comment.
public final class SettingsFile {
    private SettingsFile() {}

    /// The entries in the order of the file.
    public static List<Entry> read(Path file) throws BadSettings {
        try {
            return parse(file.getFileName().toString(), Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            throw new BadSettings("The settings file " + file + " does not exist.");
        } catch (MalformedInputException e) {
            throw new BadSettings("The settings file " + file + " is not UTF-8 text.");
        } catch (IOException e) {
            throw new BadSettings("The settings file " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    static List<Entry> parse(String name, List<String> lines) throws BadSettings {
        List<Entry> entries = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = withoutComment(lines.get(at));
            if (!line.isEmpty()) {
                entries.add(entry(line, name + " line " + (at + 1)));
            }
        }
        return List.copyOf(entries);
    }

    /// One `key = value`.
    public static Entry entry(String line, String origin) throws BadSettings {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            throw new BadSettings("In " + origin + ", `" + line + "` is not a setting: write key = value.");
        }
        return new Entry(
                line.substring(0, equals).strip(), line.substring(equals + 1).strip(), origin);
    }

    private static String withoutComment(String line) {
        return line.replaceFirst("(^|\\s)#.*", "").strip();
    }
}
