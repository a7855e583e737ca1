// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import dev.duet.media.sdp.MediaSection;
import dev.duet.media.terms.Rids;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The two layers that we take of an offered simulcast (RFC 8853): `h` and `l`, or where an offer names them otherwise
/// the first and the last one, since offers list the most wanted first.
final class OfferedLayers {
    private static final String BIG = "h";
    private static final String SMALL = "l";

    /// RFC 8852 section 3: an id fits the one-byte header extension.
    private static final Pattern RID_LINE = Pattern.compile("([A-Za-z0-9_-]{1,16}) send(?: .*)?");

    private static final Pattern SEND_LIST = Pattern.compile("(?:^|.* )send (?:rid=)?([^ ]+)(?: .*)?");

    private OfferedLayers() {}

    static Rids of(MediaSection section) {
        Set<String> described = section.values("rid")
                .map(RID_LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
        List<String> sent = section.value("simulcast").map(OfferedLayers::sent).orElse(List.of()).stream()
                .filter(described::contains)
                .distinct()
                .toList();
        return choose(sent);
    }

    private static Rids choose(List<String> sent) {
        if (sent.isEmpty()) {
            return Rids.NONE;
        }
        if (sent.contains(BIG) && sent.contains(SMALL)) {
            return new Rids(BIG, SMALL);
        }
        return new Rids(sent.getFirst(), sent.size() == 1 ? "" : sent.getLast());
    }

    /// Of each stream the first of its alternatives, paused (`~`) or not.
    private static List<String> sent(String simulcast) {
        return Optional.of(SEND_LIST.matcher(simulcast.strip()))
                .filter(Matcher::matches)
                .map(line -> Arrays.stream(line.group(1).split(";", -1))
                        .map(stream -> stream.split(",", -1)[0])
                        .map(rid -> rid.startsWith("~") ? rid.substring(1) : rid)
                        .toList())
                .orElse(List.of());
    }
}
