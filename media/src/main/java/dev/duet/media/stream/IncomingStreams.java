// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import dev.duet.media.rtp.HeaderExtensions;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sources of one browser by SSRC: those its offer announced, and those that MID, RID or an unambiguous payload
/// type
/// explains.
public final class IncomingStreams {
    /// Three kinds with retransmissions, one of them in two layers, and room for a browser that changes its sources a
    /// few times.
    private static final int CAPACITY = 16;

    private final int[] ssrcs = new int[CAPACITY];
    private final IncomingStream[] streams = new IncomingStream[CAPACITY];
    private final boolean[] repairs = new boolean[CAPACITY];
    private final List<Section> sections = new ArrayList<>();
    private final List<IncomingStream> media = new ArrayList<>();
    private final Map<StreamKind, IncomingStream> current = new EnumMap<>(StreamKind.class);
    private final AskTime asks;
    private final int midExtension;
    private int count;

    private record Section(
            NegotiatedStream stream,
            PayloadTable payloads,
            @Nullable Layers layers) {
        static Section of(NegotiatedStream stream) {
            Layers layers = stream.rids().isEmpty() ? null : new Layers(stream.rids());
            return new Section(stream, new PayloadTable(stream), layers);
        }

        boolean knows(int payloadType) {
            return payloads.isMedia(payloadType) || payloads.originalOf(payloadType) != PayloadTable.NONE;
        }
    }

    public IncomingStreams(Negotiated negotiated, AskTime asks) {
        this.asks = asks;
        int mid = 0;
        for (NegotiatedStream stream : negotiated.streams()) {
            Section section = Section.of(stream);
            sections.add(section);
            mid = Math.max(mid, stream.extensionId(HeaderExtension.Kind.MID));
            announce(section, stream.offered());
        }
        midExtension = mid;
    }

    /// Index of a known source, or -1.
    public int find(int ssrc) {
        for (int i = 0; i < count; i++) {
            if (ssrcs[i] == ssrc) {
                return i;
            }
        }
        return -1;
    }

    /// The media stream at an index; for a source of retransmissions the stream that it repairs.
    public IncomingStream at(int index) {
        return streams[index];
    }

    public boolean isRepair(int index) {
        return repairs[index];
    }

    /// Index of a source that was not announced, once its first packet explains it; -1 when it does not.
    public int open(RtpPacket packet) {
        Section section = explain(packet);
        if (section == null || count == CAPACITY) {
            return -1;
        }
        int type = packet.payloadType();
        boolean repair = section.payloads.originalOf(type) != PayloadTable.NONE;
        if (!repair && !section.payloads.isMedia(type)) {
            return -1;
        }
        IncomingStream stream = repair ? repaired(packet, section) : opened(packet, section);
        return stream == null ? -1 : add(packet.ssrc(), stream, repair);
    }

    private @Nullable IncomingStream opened(RtpPacket packet, Section section) {
        Layers layers = section.layers;
        if (layers == null) {
            return media(packet.ssrc(), section);
        }
        Layer layer = layer(packet, section, HeaderExtension.Kind.RTP_STREAM_ID);
        if (layer == null) {
            return null;
        }
        IncomingStream stream = media(packet.ssrc(), section);
        layers.open(layer, stream);
        return stream;
    }

    private @Nullable IncomingStream repaired(RtpPacket packet, Section section) {
        Layers layers = section.layers;
        if (layers == null) {
            return current.get(section.stream.kind());
        }
        Layer layer = layer(packet, section, HeaderExtension.Kind.REPAIRED_RTP_STREAM_ID);
        return layer == null ? null : layers.of(layer);
    }

    /// The layer that an extension names, or null.
    private static @Nullable Layer layer(RtpPacket packet, Section section, HeaderExtension.Kind kind) {
        int id = section.stream.extensionId(kind);
        int at = id == 0 ? HeaderExtensions.ABSENT : HeaderExtensions.find(packet, id);
        return at == HeaderExtensions.ABSENT || section.layers == null
                ? null
                : section.layers.named(packet, at, HeaderExtensions.lengthAt(packet, at));
    }

    /// Every media stream, announced ones that were never heard included.
    public List<IncomingStream> media() {
        return media;
    }

    private void announce(Section section, StreamSsrcs offered) {
        if (offered.hasMedia()) {
            IncomingStream stream = media(offered.media(), section);
            add(offered.media(), stream, false);
            if (offered.hasRtx()) {
                add(offered.rtx(), stream, true);
            }
        }
    }

    private IncomingStream media(int ssrc, Section section) {
        IncomingStream stream = new IncomingStream(ssrc, section.stream.kind(), section.payloads, asks, section.layers);
        media.add(stream);
        current.put(section.stream.kind(), stream);
        return stream;
    }

    private int add(int ssrc, IncomingStream stream, boolean repair) {
        ssrcs[count] = ssrc;
        streams[count] = stream;
        repairs[count] = repair;
        return count++;
    }

    private @Nullable Section explain(RtpPacket packet) {
        int at = midExtension == 0 ? HeaderExtensions.ABSENT : HeaderExtensions.find(packet, midExtension);
        if (at != HeaderExtensions.ABSENT) {
            int length = HeaderExtensions.lengthAt(packet, at);
            return sections.stream()
                    .filter(section -> packet.holds(section.stream.mid(), at, length))
                    .findFirst()
                    .orElse(null);
        }
        List<Section> possible = sections.stream()
                .filter(section -> section.knows(packet.payloadType()))
                .toList();
        return possible.size() == 1 ? possible.getFirst() : null;
    }
}
