// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import dev.duet.media.answer.Answerer;
import dev.duet.media.answer.SdpAnswer;
import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.ice.Credentials;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// What the server agrees on with real browsers' offers, and packets as hex to try it with.
final class Sections {
    private Sections() {}

    static Negotiated agreed(String offer) {
        Answerer answerer =
                new Answerer(List.of(new InetSocketAddress("192.0.2.1", 8080)), Fingerprint.sha256(new byte[] {1}));
        LegSsrcs ssrcs = new LegSsrcs(new StreamSsrcs(1, 0), new StreamSsrcs(2, 3), new StreamSsrcs(4, 5));
        if (answerer.answer(offer, Credentials.random(new Random(1)), ssrcs) instanceof SdpAnswer.Answered answered) {
            return answered.negotiated();
        }
        throw new AssertionError("refused");
    }

    static NegotiatedStream section(String offer, StreamKind kind) {
        return agreed(offer).stream(kind).orElseThrow();
    }

    static RtpPacket packet(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length + 64);
        buffer.put(bytes).flip();
        RtpPacket packet = new RtpPacket();
        if (!packet.wrap(buffer)) {
            throw new AssertionError("malformed: " + hex);
        }
        return packet;
    }

    static String hex(RtpPacket packet) {
        byte[] bytes = new byte[packet.length()];
        packet.buffer().get(packet.buffer().position(), bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String hex(String spaced) {
        return spaced.replaceAll("\\s", "");
    }
}
