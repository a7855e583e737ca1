// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values of a scenario, in which `<any>` stands for anything and any other `<name>` for what it was the first time.
final class Template {
    private static final Pattern NAME = Pattern.compile("<([^<>]+)>");
    private static final Pattern LETTERS = Pattern.compile("(\\d+) letters");

    private final Map<String, @Nullable Object> known = new HashMap<>();

    /// What the template says, with its names filled in; `<12 letters>` are as many.
    @Nullable
    Object fill(@Nullable Object template) {
        return walk(template, null, (name, value) -> {
            Matcher letters = LETTERS.matcher(name);
            return letters.matches() ? "x".repeat(Integer.parseInt(letters.group(1))) : known.get(name);
        });
    }

    /// The value is what the template says, whole.
    void match(@Nullable Object value, @Nullable Object template, String here) {
        assertThat(value).as(here).isEqualTo(walk(template, value, this::meant));
    }

    /// The value has at least the members that the template says.
    void contains(@Nullable Object value, @Nullable Object template, String here) {
        if (template instanceof Map<?, ?> members) {
            assertThat(Json.map(value)).as(here).containsAllEntriesOf(Json.map(members));
        } else {
            match(value, template, here);
        }
    }

    private @Nullable Object meant(String name, @Nullable Object value) {
        if (name.equals("any")) {
            return value;
        }
        if (!known.containsKey(name)) {
            known.put(name, value);
        }
        return known.get(name);
    }

    private static @Nullable Object walk(
            @Nullable Object template,
            @Nullable Object value,
            BiFunction<String, @Nullable Object, @Nullable Object> named) {
        return switch (template) {
            case Map<?, ?> members -> {
                Map<String, @Nullable Object> walked = new LinkedHashMap<>();
                Map<?, ?> source = value instanceof Map<?, ?> map ? map : Map.of();
                members.forEach((name, each) -> walked.put(String.valueOf(name), walk(each, source.get(name), named)));
                yield walked;
            }
            case List<?> elements -> {
                List<@Nullable Object> walked = new ArrayList<>();
                List<?> source = value instanceof List<?> list ? list : List.of();
                for (Object each : elements) {
                    walked.add(walk(each, walked.size() < source.size() ? source.get(walked.size()) : null, named));
                }
                yield walked;
            }
            case String text -> {
                Matcher name = NAME.matcher(text);
                yield name.matches() ? named.apply(name.group(1), value) : text;
            }
            case null, default -> template;
        };
    }
}
