// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import dev.duet.media.sdp.Direction;
import dev.duet.media.sdp.MediaSection;
import dev.duet.media.sdp.SessionDescription;
import dev.duet.media.terms.HeaderExtension;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The header extensions of an offered section that we negotiate, with the direction that answers them.
final class OfferedExtensions {
    private static final Pattern EXTMAP =
            Pattern.compile("([0-9]{1,3})(?:/(sendrecv|sendonly|recvonly|inactive))? ([!-~]{1,256})(?: .*)?");

    /// RFC 8285 section 4.2: 15 is reserved in the one-byte form, which ends there.
    private static final int LAST_ONE_BYTE_ID = 14;

    private static final int LAST_TWO_BYTE_ID = 255;

    private OfferedExtensions() {}

    /// @param mixed whether ids that only the two-byte form can carry are usable
    static List<HeaderExtension> of(SessionDescription offer, MediaSection section, boolean mixed) {
        List<HeaderExtension> extensions = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        Set<HeaderExtension.Kind> kinds = EnumSet.noneOf(HeaderExtension.Kind.class);
        Stream.concat(section.attributes().stream(), offer.attributes().stream())
                .filter(attribute -> attribute.name().equals("extmap"))
                .map(attribute -> EXTMAP.matcher(attribute.value()))
                .filter(line -> line.matches() && isUsable(Integer.parseInt(line.group(1)), mixed))
                .forEach(line -> HeaderExtension.Kind.of(line.group(3)).ifPresent(kind -> {
                    int id = Integer.parseInt(line.group(1));
                    if (!ids.contains(id) && kinds.add(kind)) {
                        ids.add(id);
                        extensions.add(new HeaderExtension(id, kind, direction(line)));
                    }
                }));
        return extensions;
    }

    private static boolean isUsable(int id, boolean mixed) {
        return id >= 1 && (id <= LAST_ONE_BYTE_ID || (mixed && id > LAST_ONE_BYTE_ID + 1 && id <= LAST_TWO_BYTE_ID));
    }

    private static Direction direction(Matcher line) {
        return line.group(2) == null
                ? Direction.SENDRECV
                : Direction.valueOf(line.group(2).toUpperCase(Locale.ROOT)).mirrored();
    }
}
