// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing.quiet;

import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/// An SDP offer of audio, camera and screen, as an engine makes one (RFC 8829); nobody answers at its address.
final class QuietOffer {
    private QuietOffer() {}

    /// New credentials each time, as after an ICE restart.
    static String make() {
        Random random = ThreadLocalRandom.current();
        String credentials = """
                c=IN IP4 0.0.0.0
                a=ice-ufrag:%s
                a=ice-pwd:%s
                a=fingerprint:sha-256 %s
                a=setup:actpass
                """.formatted(letters(random, 8), letters(random, 24), fingerprint(random));
        String sdp = """
                v=0
                o=- %d 2 IN IP4 127.0.0.1
                s=-
                t=0 0
                a=group:BUNDLE 0 1 2
                """.formatted(random.nextLong(1L << 62))
                + audio(credentials)
                + video(credentials, 1)
                + video(credentials, 2);
        return sdp.replace("\n", "\r\n");
    }

    private static String audio(String credentials) {
        return """
                m=audio 9 UDP/TLS/RTP/SAVPF 111
                %sa=mid:0
                a=sendrecv
                a=rtcp-mux
                a=rtpmap:111 opus/48000/2
                """.formatted(credentials);
    }

    private static String video(String credentials, int mid) {
        return """
                m=video 9 UDP/TLS/RTP/SAVPF 96 97
                %sa=mid:%d
                a=sendrecv
                a=rtcp-mux
                a=rtpmap:96 VP8/90000
                a=rtcp-fb:96 nack
                a=rtcp-fb:96 nack pli
                a=rtpmap:97 rtx/90000
                a=fmtp:97 apt=96
                """.formatted(credentials, mid);
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String fingerprint(Random random) {
        return random.ints(32, 0, 256)
                .mapToObj(octet -> String.format(Locale.ROOT, "%02X", octet))
                .collect(Collectors.joining(":"));
    }
}
