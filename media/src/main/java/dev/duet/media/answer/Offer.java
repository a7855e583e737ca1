// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import dev.duet.media.sdp.Direction;
import dev.duet.media.sdp.MediaSection;
import dev.duet.media.sdp.SdpRefusal;
import dev.duet.media.sdp.SdpRefusal.Reason;
import dev.duet.media.sdp.SessionDescription;
import dev.duet.media.terms.Codec;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.PayloadFormat;
import dev.duet.media.terms.Rids;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An offer with our decision about each of its sections: a stream, or null for one that is answered with port 0.
final class Offer {
    private static final String GROUP = "BUNDLE";
    private static final Pattern MID = Pattern.compile("[!-~]{1,64}");

    private final SessionDescription description;
    private final List<@Nullable NegotiatedStream> streams = new ArrayList<>();

    /// @param others what the other entrant of the room negotiated; its codecs are the only ones taken for its kinds
    Offer(SessionDescription description, List<NegotiatedStream> others) {
        this.description = description;
        int audios = 0;
        int videos = 0;
        for (MediaSection section : description.sections()) {
            StreamKind kind = null;
            if (section.media().equals("audio")) {
                kind = audios++ == 0 ? StreamKind.AUDIO : null;
            } else if (section.media().equals("video")) {
                kind = videos == 0 ? StreamKind.CAMERA : videos == 1 ? StreamKind.SCREEN : null;
                videos++;
            }
            streams.add(kind == null ? null : negotiate(section, kind, others));
        }
    }

    SessionDescription description() {
        return description;
    }

    /// The decision about the section at that place.
    @Nullable
    NegotiatedStream stream(int index) {
        return streams.get(index);
    }

    List<NegotiatedStream> accepted() {
        return streams.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /// The transport of the bundle; there is one when [#refusal] is null.
    OfferedTransport transport() {
        return new OfferedTransport(description, acceptedSections().getFirst());
    }

    /// RFC 8285 section 6: on the session level, or on every section that counts.
    boolean mixesExtensions() {
        String name = "extmap-allow-mixed";
        return description.value(name).isPresent()
                || acceptedSections().stream().allMatch(section -> section.has(name));
    }

    boolean isBundled() {
        return description.sections().size() > 1 || !bundled().isEmpty();
    }

    /// Why the offer as a whole cannot be answered, or null.
    @Nullable
    SdpRefusal refusal() {
        if (description.sections().stream().noneMatch(section -> isMedia(section) && section.isOpen())) {
            return new SdpRefusal(Reason.NO_MEDIA, "Offer at least one audio or video section.");
        }
        List<MediaSection> sections = acceptedSections();
        if (sections.isEmpty()) {
            return new SdpRefusal(
                    Reason.NO_COMMON_CODEC, "Offer opus, or one of VP8, VP9, H264 and AV1, over UDP/TLS/RTP/SAVPF.");
        }
        if (description.sections().size() > 1) {
            if (!midsAreDistinct()) {
                return new SdpRefusal(Reason.MALFORMED, "Give every section an `a=mid` of its own.");
            }
            if (!sections.stream().allMatch(section -> bundled().contains(section.mid()))) {
                return new SdpRefusal(Reason.NO_BUNDLE, "Put every section into one `a=group:BUNDLE`.");
            }
        }
        if (!sections.stream().allMatch(section -> section.has("rtcp-mux"))) {
            return new SdpRefusal(Reason.NO_RTCP_MUX, "Offer `a=rtcp-mux` in every audio and video section.");
        }
        return null;
    }

    private List<MediaSection> acceptedSections() {
        List<MediaSection> sections = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i) != null) {
                sections.add(description.sections().get(i));
            }
        }
        return sections;
    }

    private boolean midsAreDistinct() {
        Set<String> mids = new HashSet<>();
        return description.sections().stream()
                .map(MediaSection::mid)
                .allMatch(mid -> MID.matcher(mid).matches() && mids.add(mid));
    }

    /// The ids in the first bundle group.
    private List<String> bundled() {
        return description.attributes().stream()
                .filter(attribute -> attribute.name().equals("group"))
                .map(attribute -> List.of(attribute.value().split(" ", -1)))
                .filter(group -> group.getFirst().equals(GROUP))
                .findFirst()
                .map(group -> group.subList(1, group.size()))
                .orElse(List.of());
    }

    private static boolean isMedia(MediaSection section) {
        return section.media().equals("audio") || section.media().equals("video");
    }

    private @Nullable NegotiatedStream negotiate(MediaSection section, StreamKind kind, List<NegotiatedStream> others) {
        if (!section.isOpen() || !section.protocol().endsWith("RTP/SAVPF")) {
            return null;
        }
        Direction direction = section.direction(description).mirrored();
        List<HeaderExtension> extensions = OfferedExtensions.of(description, section, offersMixedExtensions(section));
        Rids rids = kind == StreamKind.CAMERA && direction.receives() && hasLayerIds(extensions)
                ? OfferedLayers.of(section)
                : Rids.NONE;
        if (rids.isEmpty()) {
            extensions = extensions.stream()
                    .filter(extension -> !extension.kind().isOfLayers())
                    .toList();
        }
        List<PayloadFormat> formats = OfferedFormats.of(section, extensions).stream()
                .filter(format -> isKnownTo(others, kind, format.codec()))
                .toList();
        boolean speaks =
                formats.stream().anyMatch(format -> !format.codec().name().equals("red"));
        return !speaks
                ? null
                : new NegotiatedStream(
                        section.mid(),
                        kind,
                        direction,
                        formats,
                        extensions,
                        section.has("rtcp-rsize"),
                        rids.isEmpty() ? StreamSsrcs.announcedIn(section) : StreamSsrcs.NONE,
                        rids);
    }

    private static boolean hasLayerIds(List<HeaderExtension> extensions) {
        return extensions.stream().anyMatch(extension -> extension.kind() == HeaderExtension.Kind.RTP_STREAM_ID);
    }

    private boolean offersMixedExtensions(MediaSection section) {
        String name = "extmap-allow-mixed";
        return description.value(name).isPresent() || section.has(name);
    }

    private static boolean isKnownTo(List<NegotiatedStream> others, StreamKind kind, Codec codec) {
        return others.stream()
                .filter(other -> other.kind() == kind)
                .allMatch(other -> other.formats().stream()
                        .anyMatch(format -> format.codec().matches(codec)));
    }
}
