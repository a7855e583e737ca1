// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sim;

import dev.duet.media.rtp.HeaderExtensions;
import dev.duet.media.rtp.Retransmission;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.PayloadFormat;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// One track, or one layer of it, that a simulated browser sends: numbered payloads at an even pace, keyframes when
/// asked,
/// repairs when asked.
public final class SimSource {
    /// Payloads of small layers are numbered from here on.
    public static final int SMALL_PAYLOADS = 1_000_000;

    /// Layers count their pictures alike, as those of browsers do.
    private static final int FIRST_PICTURE = 32_700;

    private static final int ROOM = 1600;

    private final StreamKind kind;
    private final int ssrc;
    private final int rtxSsrc;
    private final PayloadFormat format;
    private final NegotiatedStream section;
    private final String rid;
    private final long intervalNanos;
    private final int packetsPerFrame;
    private final int payloadBytes;
    private final Map<Integer, byte[]> history = new HashMap<>();
    private final RtpPacket view = new RtpPacket();

    private long nextFrameNanos;
    private int sequence;
    private int timestamp = 5_000_000;
    private int rtxSequence = 100;
    private long made;
    private boolean keyframeWanted = true;
    private boolean running = true;
    private int keyframesAsked;
    private int keyframes;
    private int frames = FIRST_PICTURE;
    private long repairs;

    /// The only stream of its section.
    static SimSource of(NegotiatedStream section, int firstSequence, long startNanos) {
        StreamSsrcs offered = section.offered();
        return new SimSource(section, "", offered.media(), offered.rtx(), firstSequence, startNanos);
    }

    /// One layer of its section, whose sources nobody announced.
    static SimSource layer(NegotiatedStream section, String rid, int ssrc, int firstSequence, long startNanos) {
        return new SimSource(section, rid, ssrc, ssrc + 1, firstSequence, startNanos);
    }

    private SimSource(NegotiatedStream section, String rid, int ssrc, int rtxSsrc, int firstSequence, long startNanos) {
        this.section = section;
        this.rid = rid;
        boolean small = !rid.isEmpty() && rid.equals(section.rids().small());
        this.kind = section.kind();
        this.ssrc = ssrc;
        this.rtxSsrc = rtxSsrc;
        this.format = section.formats().getFirst();
        this.sequence = firstSequence;
        boolean audio = kind == StreamKind.AUDIO;
        intervalNanos = audio ? 20_000_000 : 33_333_333;
        packetsPerFrame = audio || small ? 1 : 3;
        payloadBytes = audio ? 80 : small ? 300 : 1000;
        made = small ? SMALL_PAYLOADS : 0;
        nextFrameNanos = startNanos;
    }

    public int ssrc() {
        return ssrc;
    }

    public int rtxSsrc() {
        return rtxSsrc;
    }

    /// Payloads made so far; their numbers are 0 to one less.
    public long made() {
        return made;
    }

    public int keyframesAsked() {
        return keyframesAsked;
    }

    public int keyframes() {
        return keyframes;
    }

    /// Packets sent again so far.
    public long repairs() {
        return repairs;
    }

    public int sequence() {
        return sequence;
    }

    /// Stops or goes on; the clock of the media runs on in between.
    public void running(boolean on) {
        running = on;
    }

    int payloadType() {
        return format.payloadType();
    }

    int timestampAt(long nowNanos) {
        return timestamp
                + (int) ((nowNanos - nextFrameNanos) / 1000 * format.codec().clockRate() / 1_000_000);
    }

    void askKeyframe() {
        keyframesAsked++;
        keyframeWanted = true;
    }

    /// Sends the frames that are due.
    void wake(long nowNanos, SimBrowser browser) {
        while (nextFrameNanos <= nowNanos) {
            if (running) {
                sendFrame(browser);
            }
            nextFrameNanos += intervalNanos;
            timestamp += (int) (intervalNanos / 1000 * format.codec().clockRate() / 1_000_000);
        }
    }

    private void sendFrame(SimBrowser browser) {
        boolean keyframe = keyframeWanted && kind != StreamKind.AUDIO;
        keyframes += keyframe ? 1 : 0;
        frames++;
        keyframeWanted = false;
        for (int i = 0; i < packetsPerFrame; i++) {
            ByteBuffer packet = ByteBuffer.allocate(ROOM);
            packet.put((byte) 0x80)
                    .put((byte) ((i == packetsPerFrame - 1 ? 0x80 : 0) | format.payloadType()))
                    .putShort((short) sequence)
                    .putInt(timestamp)
                    .putInt(ssrc);
            nameLayer(packet, HeaderExtension.Kind.RTP_STREAM_ID);
            putPayload(packet, i == 0, keyframe);
            packet.flip();
            byte[] copy = new byte[packet.remaining()];
            packet.get(0, copy);
            history.put(sequence, copy);
            sequence = (sequence + 1) & 0xFFFF;
            browser.sendRtp(packet, section);
        }
    }

    /// What a codec would make: its header, where there is one, and the payload's number.
    private void putPayload(ByteBuffer packet, boolean first, boolean keyframe) {
        int before = packet.position();
        if (kind == StreamKind.AUDIO) {
            packet.putShort((short) 0);
        } else {
            packet.put((byte) (first ? 0x90 : 0x80)).put((byte) 0xE0);
            packet.putShort((short) (0x8000 | (frames & 0x7FFF)))
                    .put((byte) frames)
                    .put((byte) 0);
            packet.put((byte) (keyframe ? 0 : 1));
        }
        packet.putLong(made++).position(before + payloadBytes);
    }

    /// Answers a NACK.
    void repair(int lost, SimBrowser browser) {
        byte[] bytes = history.get(lost);
        if (bytes == null || !format.hasRtx()) {
            return;
        }
        ByteBuffer packet = ByteBuffer.allocate(ROOM);
        packet.put(bytes).flip();
        view.wrap(packet);
        renameLayer(packet);
        Retransmission.wrap(view, rtxSsrc, format.rtxPayloadType(), rtxSequence++ & 0xFFFF);
        repairs++;
        browser.sendRtp(packet, section);
    }

    /// Sends a retransmission packet of nothing but padding, as browsers do to probe for bandwidth.
    void probe(SimBrowser browser) {
        ByteBuffer packet = ByteBuffer.allocate(ROOM);
        packet.put((byte) 0xA0)
                .put((byte) format.rtxPayloadType())
                .putShort((short) (rtxSequence++ & 0xFFFF))
                .putInt(timestamp)
                .putInt(rtxSsrc);
        nameLayer(packet, HeaderExtension.Kind.REPAIRED_RTP_STREAM_ID);
        packet.put(new byte[199]).put((byte) 200).flip();
        browser.sendRtp(packet, section);
    }

    /// Writes MID and the layer's id of one letter as header extensions, where there are layers.
    private void nameLayer(ByteBuffer packet, HeaderExtension.Kind kind) {
        if (rid.isEmpty()) {
            return;
        }
        packet.put(0, (byte) (packet.get(0) | 0x10)).putInt(0xBEDE0001);
        packet.put((byte) (section.extensionId(HeaderExtension.Kind.MID) << 4))
                .put((byte) section.mid().charAt(0));
        packet.put((byte) (section.extensionId(kind) << 4)).put((byte) rid.charAt(0));
    }

    /// A repair names the layer that it repairs.
    private void renameLayer(ByteBuffer packet) {
        if (!rid.isEmpty()) {
            packet.put(18, (byte) (section.extensionId(HeaderExtension.Kind.REPAIRED_RTP_STREAM_ID) << 4));
        }
    }

    static void stamp(RtpPacket packet, NegotiatedStream section, int transportNumber) {
        int transport = section.extensionId(HeaderExtension.Kind.TRANSPORT_CC);
        if (transport != 0) {
            HeaderExtensions.writeShort(packet, transport, transportNumber);
        }
    }
}
