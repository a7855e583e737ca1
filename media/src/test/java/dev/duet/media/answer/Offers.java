// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Offers to answer in tests: recorded ones of browsers, and one written by hand.
public final class Offers {
    public static final String HAND_WRITTEN =
            """
            v=0
            o=- 1000 1 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1
            a=msid-semantic: WMS *
            m=audio 4000 UDP/TLS/RTP/SAVPF 111
            c=IN IP4 192.0.2.1
            a=mid:0
            %1$sa=rtpmap:111 opus/48000/2
            a=ssrc:3000000001 cname:g0
            m=video 4000 UDP/TLS/RTP/SAVPF 96
            c=IN IP4 192.0.2.1
            a=mid:1
            %1$sa=rtpmap:96 VP8/90000
            a=rtcp-fb:96 nack
            a=rtcp-fb:96 nack pli
            a=ssrc:3000000002 cname:g0
            """.formatted("""
                    a=ice-ufrag:abcd
                    a=ice-pwd:0123456789012345678901
                    a=fingerprint:sha-256 %s
                    a=setup:actpass
                    a=rtcp-mux
                    a=sendrecv
                    a=candidate:1 1 udp 2130706431 192.0.2.1 4000 typ host
                    a=end-of-candidates
                    """.formatted("0A:".repeat(31) + "0B")).replace("\n", "\r\n");

    private Offers() {}

    public static String chromium() {
        return recorded("chromium-audio-camera-screen.sdp");
    }

    public static String firefox() {
        return recorded("firefox-audio-camera-screen.sdp");
    }

    public static String recorded(String name) {
        try (InputStream file = Offers.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("no fixture " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
