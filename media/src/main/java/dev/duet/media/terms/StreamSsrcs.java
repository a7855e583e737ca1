// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

import dev.duet.media.sdp.MediaSection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The SSRC of a stream and of its retransmissions, as unsigned 32-bit values; 0 means not announced.
public record StreamSsrcs(int media, int rtx) {
    public static final StreamSsrcs NONE = new StreamSsrcs(0, 0);

    private static final Pattern FID = Pattern.compile("FID ([0-9]{1,10}) ([0-9]{1,10})");
    private static final Pattern SSRC = Pattern.compile("([0-9]{1,10}) .*");
    private static final long LARGEST = 0xffff_ffffL;

    public boolean hasMedia() {
        return media != 0;
    }

    public boolean hasRtx() {
        return rtx != 0;
    }

    /// What a section announces (RFC 5576): the first pair of stream and retransmissions, or else the first SSRC at
    /// all.
    public static StreamSsrcs announcedIn(MediaSection section) {
        Optional<Matcher> pair = section.values("ssrc-group")
                .map(FID::matcher)
                .filter(Matcher::matches)
                .findFirst();
        if (pair.isPresent()) {
            return new StreamSsrcs(
                    number(pair.get().group(1)), number(pair.get().group(2)));
        }
        return section.values("ssrc")
                .map(SSRC::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(line -> new StreamSsrcs(number(line.group(1)), 0))
                .orElse(NONE);
    }

    private static int number(String text) {
        long value = Long.parseLong(text);
        return value > LARGEST ? 0 : (int) value;
    }
}
