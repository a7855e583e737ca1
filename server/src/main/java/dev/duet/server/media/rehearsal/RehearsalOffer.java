// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.rehearsal;

import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.ice.Candidate;
import dev.duet.media.ice.Credentials;
import java.net.InetSocketAddress;

/// The offer that the server makes itself in a [Rehearsal]; small, but with everything a browser's has a kind of.
final class RehearsalOffer {
    private RehearsalOffer() {}

    static String text(int number, Fingerprint fingerprint, Credentials credentials) {
        String transport = """
            a=ice-ufrag:%s
            a=ice-pwd:%s
            a=fingerprint:%s
            a=setup:actpass
            a=rtcp-mux
            a=rtcp-rsize
            a=sendrecv
            a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
            a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
            """.formatted(credentials.ufrag(), credentials.password(), fingerprint);
        int video = videoSource(number);
        return """
            v=0
            o=- %1$d 1 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1
            m=audio 9 UDP/TLS/RTP/SAVPF 111 63
            c=IN IP4 0.0.0.0
            a=mid:0
            %2$sa=rtpmap:111 opus/48000/2
            a=fmtp:111 minptime=10;useinbandfec=1
            a=rtcp-fb:111 transport-cc
            a=rtpmap:63 red/48000/2
            a=fmtp:63 111/111
            a=ssrc:%3$d cname:rehearsal
            m=video 9 UDP/TLS/RTP/SAVPF 96 97
            c=IN IP4 0.0.0.0
            a=mid:1
            %2$sa=rtpmap:96 VP8/90000
            a=rtcp-fb:96 nack
            a=rtcp-fb:96 nack pli
            a=rtcp-fb:96 transport-cc
            a=rtpmap:97 rtx/90000
            a=fmtp:97 apt=96
            a=ssrc-group:FID %4$d %5$d
            a=ssrc:%4$d cname:rehearsal
            a=ssrc:%5$d cname:rehearsal
            """.formatted(number + 1, transport, video + 2, video, video + 1).replace("\n", "\r\n");
    }

    static int videoSource(int number) {
        return 1_000 + 10 * number;
    }

    /// The one address of the server's own.
    static Candidate candidate(InetSocketAddress server) {
        return new Candidate(
                "1", Candidate.Transport.UDP, 1, server.getHostString(), server.getPort(), Candidate.Type.HOST);
    }
}
