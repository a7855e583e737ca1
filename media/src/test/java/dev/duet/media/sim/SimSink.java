// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sim;

import dev.duet.media.reception.Reception;
import dev.duet.media.rtp.Retransmission;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.rtp.VideoCodec;
import dev.duet.media.rtp.Vp8Counters;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.PayloadFormat;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One stream that a simulated browser gets: which payloads came, how often, under which numbers.
public final class SimSink {
    /// No simulated source makes as many; whatever has a higher number was made by a fuzzer.
    private static final long MOST_PAYLOADS = 10_000_000;

    private static final int AUDIO_HEADER = 2;
    private static final int VP8_HEADER = 7;

    private final NegotiatedStream section;
    private final StreamSsrcs ssrcs;
    private final BitSet payloads = new BitSet();
    private final List<Integer> sequences = new ArrayList<>();
    private final List<Integer> timestamps = new ArrayList<>();
    private final int[] due = new int[64];
    private @Nullable Reception reception;
    private final TreeMap<Integer, Long> arrivals = new TreeMap<>();
    private final Vp8Counters vp8 = new Vp8Counters();
    private final List<Integer> pictures = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Integer> keyframes = new ArrayList<>();
    private long firstKeyframe = Long.MAX_VALUE;
    private long duplicates;
    private long repaired;
    private int lastPayloadType;
    private boolean asks = true;

    SimSink(NegotiatedStream section, StreamSsrcs ssrcs) {
        this.section = section;
        this.ssrcs = ssrcs;
    }

    public StreamSsrcs ssrcs() {
        return ssrcs;
    }

    /// Numbers of the payloads that came.
    public BitSet payloads() {
        return payloads;
    }

    /// Payloads that came twice, after repair.
    public long duplicates() {
        return duplicates;
    }

    /// Payloads that came as retransmissions.
    public long repaired() {
        return repaired;
    }

    /// Sequence numbers in order of arrival, repairs included under their original number.
    public List<Integer> sequences() {
        return sequences;
    }

    public List<Integer> timestamps() {
        return timestamps;
    }

    /// The picture ids of video packets, in order of arrival.
    public List<Integer> pictures() {
        return pictures;
    }

    /// When each packet of [#sequences] came.
    public List<Long> times() {
        return times;
    }

    /// When the first payload with this number or a higher one came, or `Long.MAX_VALUE`.
    public long firstPayloadNanos(int number) {
        return arrivals.tailMap(number).values().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /// When the first packet of a VP8 keyframe came, or `Long.MAX_VALUE`.
    public long firstKeyframe() {
        return firstKeyframe;
    }

    /// The numbers of packets with which VP8 keyframes begin.
    public List<Integer> keyframes() {
        return keyframes;
    }

    public int lastPayloadType() {
        return lastPayloadType;
    }

    public @Nullable Reception reception() {
        return reception;
    }

    /// Whether it asks for what it misses.
    public void asks(boolean on) {
        asks = on;
    }

    boolean takes(int ssrc) {
        return ssrc == ssrcs.media() || (ssrcs.hasRtx() && ssrc == ssrcs.rtx());
    }

    void receive(RtpPacket packet, long nowNanos) {
        Reception.Delivery delivery = Reception.Delivery.ORIGINAL;
        if (packet.ssrc() != ssrcs.media()) {
            Retransmission.unwrap(packet, ssrcs.media(), original(packet.payloadType()));
            delivery = Reception.Delivery.REPAIR;
            repaired++;
        }
        if (reception == null) {
            reception = new Reception(
                    ssrcs.media(),
                    section.formats().getFirst().codec().clockRate(),
                    section.kind() != StreamKind.AUDIO,
                    packet.sequence());
        }
        reception.arrive(packet.sequence(), packet.timestamp(), nowNanos, delivery);
        lastPayloadType = packet.payloadType();
        sequences.add(packet.sequence());
        timestamps.add(packet.timestamp());
        times.add(nowNanos);
        if (section.kind() != StreamKind.AUDIO && VideoCodec.VP8.startsKeyframe(packet)) {
            keyframes.add(packet.sequence());
            firstKeyframe = Math.min(firstKeyframe, nowNanos);
        }
        int header = section.kind() == StreamKind.AUDIO ? AUDIO_HEADER : VP8_HEADER;
        if (packet.payloadLength() < header + Long.BYTES) {
            return;
        }
        if (section.kind() != StreamKind.AUDIO && vp8.wrap(packet)) {
            pictures.add(vp8.picture());
        }
        long number = packet.buffer().getLong(packet.payloadOffset() + header);
        if (number < 0 || number > MOST_PAYLOADS) {
            return;
        }
        int payload = (int) number;
        duplicates += payloads.get(payload) ? 1 : 0;
        payloads.set(payload);
        arrivals.putIfAbsent(payload, nowNanos);
    }

    List<Integer> missing(long nowNanos) {
        List<Integer> lost = new ArrayList<>();
        if (reception != null && asks) {
            int count = reception.missing().due(nowNanos, 60_000_000, due);
            for (int i = 0; i < count; i++) {
                lost.add(due[i]);
            }
        }
        return lost;
    }

    private int original(int repairType) {
        for (PayloadFormat format : section.formats()) {
            if (format.rtxPayloadType() == repairType) {
                return format.payloadType();
            }
        }
        throw new AssertionError("retransmission of an unknown type " + repairType);
    }
}
