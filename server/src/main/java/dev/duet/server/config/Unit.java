// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A kind of value: how a person writes it, and how it is read.
///
/// @param wanted completes the sentence "it must be …"
/// @param reader the value, or empty when the text is not one
record Unit<T>(String wanted, Function<String, Optional<T>> reader) {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,9}) ?([A-Za-z]+)");
    private static final Map<String, Duration> DURATIONS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Map<String, Integer> SIZES = Map.of("B", 1, "KiB", 1 << 10, "MiB", 1 << 20);

    /// A TCP or UDP port; 0 lets the system choose one.
    static final Unit<Integer> PORT = whole(0, 65_535);

    /// An IPv4 or IPv6 address; names are refused, since what they resolve to may change.
    static final Unit<InetAddress> ADDRESS = new Unit<>("an IP address such as 203.0.113.7", Unit::address);

    static final Unit<Boolean> YES_OR_NO = new Unit<>(
            "true or false",
            text -> text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty());

    static Unit<Integer> whole(int least, int most) {
        return new Unit<>(
                "a whole number from " + least + " to " + most,
                text -> number(text).filter(n -> n >= least && n <= most).map(Long::intValue));
    }

    static Unit<Duration> duration(Duration least, Duration most) {
        return new Unit<>(
                "a duration such as 15s, 500ms, 2m or 1h, from " + write(least) + " to " + write(most),
                text -> amount(text, DURATIONS)
                        .map(part -> part.unit.multipliedBy(part.count))
                        .filter(d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0));
    }

    /// A number of bytes.
    static Unit<Integer> size(int least, int most) {
        return new Unit<>(
                "a size such as 64KiB or 4MiB, from " + write(least) + " to " + write(most),
                text -> amount(text, SIZES)
                        .map(part -> part.unit * part.count)
                        .filter(n -> n >= least && n <= most)
                        .map(Long::intValue));
    }

    /// One of the constants, written in lower case.
    static <E extends Enum<E>> Unit<E> oneOf(Class<E> type) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        List<String> names =
                all.stream().map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
        return new Unit<>(String.join(" or ", names), text -> {
            int at = names.indexOf(text);
            return at < 0 ? Optional.empty() : Optional.of(all.get(at));
        });
    }

    /// Several values with commas between them; nothing at all is the empty list.
    Unit<List<T>> list() {
        return new Unit<>("a list, with commas between, of " + wanted, text -> {
            if (text.isBlank()) {
                return Optional.of(List.of());
            }
            List<Optional<T>> parts = Arrays.stream(text.split(",", -1))
                    .map(part -> reader.apply(part.strip()))
                    .toList();
            return parts.stream().allMatch(Optional::isPresent)
                    ? Optional.of(parts.stream().map(Optional::orElseThrow).toList())
                    : Optional.empty();
        });
    }

    /// The value, or empty when the word `word` stands in its place.
    Unit<Optional<T>> or(String word) {
        return new Unit<>(word + " or " + wanted, text -> {
            Optional<T> value = text.equals(word) ? Optional.empty() : reader.apply(text);
            return text.equals(word) || value.isPresent() ? Optional.of(value) : Optional.empty();
        });
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,10}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static <U> Optional<Amount<U>> amount(String text, Map<String, U> units) {
        Matcher match = AMOUNT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(units.get(match.group(2))).map(u -> new Amount<>(Long.parseLong(match.group(1)), u));
    }

    private record Amount<U>(long count, U unit) {}

    private static String write(Duration d) {
        return d.toMillis() % 1000 != 0
                ? d.toMillis() + "ms"
                : d.toMinutes() > 0 && d.toSecondsPart() == 0 ? d.toMinutes() + "m" : d.toSeconds() + "s";
    }

    private static String write(int bytes) {
        return bytes % (1 << 20) == 0 ? (bytes >> 20) + "MiB" : bytes % 1024 == 0 ? (bytes >> 10) + "KiB" : bytes + "B";
    }
}
