// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import dev.duet.media.sdp.MediaSection;
import dev.duet.media.terms.Codec;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.PayloadFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The codecs of one offered section, sorted into our order and reduced to those we forward.
///
/// Our order is the same whatever the offer's is: a browser sends the first codec of an answer, and the two sides of a
/// room are answered each on its own, so a common order makes both send what the other surely decodes.
final class OfferedFormats {
    /// Which codecs we forward, best known first. VP8 and opus are those that every browser must have (RFC 7742 section
    /// 5, RFC 7874 section 3).
    private static final List<String> AUDIO = List.of("opus", "red");

    private static final List<String> VIDEO = List.of("vp8", "vp9", "h264", "av1");

    private static final Pattern RTPMAP =
            Pattern.compile("([0-9]{1,3}) ([!-.0-~]{1,64})/([0-9]{1,9})(?:/([0-9]{1,2}))?");
    private static final Pattern BY_FORMAT = Pattern.compile("([0-9]{1,3}|\\*) (.+)");

    /// Shown as RTCP by their first two bytes when the marker bit is set (RFC 5761 section 4).
    private static final int FIRST_RTCP_LIKE = 64;

    private static final int LAST_RTCP_LIKE = 95;

    private final MediaSection section;
    private final Map<Integer, String> parameters = new HashMap<>();
    private final Map<Integer, Codec> codecs = new HashMap<>();

    /// Kinds of feedback by payload type, or by `*` for all.
    private final Map<String, Set<String>> feedback = new HashMap<>();

    private final boolean transportCcExtension;

    private OfferedFormats(MediaSection section, List<HeaderExtension> extensions) {
        this.section = section;
        this.transportCcExtension =
                extensions.stream().anyMatch(extension -> extension.kind() == HeaderExtension.Kind.TRANSPORT_CC);
    }

    /// @param extensions those that the answer will have
    static List<PayloadFormat> of(MediaSection section, List<HeaderExtension> extensions) {
        OfferedFormats offered = new OfferedFormats(section, extensions);
        offered.readParameters();
        offered.readCodecs();
        offered.readFeedback();
        return offered.sorted();
    }

    private void readParameters() {
        section.values("fmtp").map(BY_FORMAT::matcher).filter(Matcher::matches).forEach(line -> {
            if (!line.group(1).equals("*")) {
                parameters.putIfAbsent(
                        Integer.valueOf(line.group(1)), line.group(2).strip());
            }
        });
    }

    private void readCodecs() {
        section.values("rtpmap").map(RTPMAP::matcher).filter(Matcher::matches).forEach(line -> {
            Integer payloadType = Integer.valueOf(line.group(1));
            int channels = line.group(4) == null ? 1 : Integer.parseInt(line.group(4));
            codecs.putIfAbsent(
                    payloadType,
                    new Codec(
                            line.group(2).toLowerCase(Locale.ROOT),
                            Integer.parseInt(line.group(3)),
                            channels,
                            parameters.getOrDefault(payloadType, "")));
        });
    }

    private void readFeedback() {
        section.values("rtcp-fb")
                .map(BY_FORMAT::matcher)
                .filter(Matcher::matches)
                .forEach(line -> feedback.computeIfAbsent(line.group(1), _ -> new HashSet<>())
                        .add(line.group(2).strip()));
    }

    private List<PayloadFormat> sorted() {
        boolean video = section.media().equals("video");
        List<PayloadFormat> formats = new ArrayList<>();
        for (String name : video ? VIDEO : AUDIO) {
            for (Integer payloadType : payloadTypes()) {
                Codec codec = codecs.get(payloadType);
                if (codec != null && codec.name().equals(name) && isForwarded(codec, video, formats)) {
                    formats.add(format(payloadType, codec));
                }
            }
        }
        return formats;
    }

    private Set<Integer> payloadTypes() {
        return section.formats().stream()
                .filter(format -> format.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(OfferedFormats::isUsable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isUsable(int payloadType) {
        return payloadType <= 127 && (payloadType < FIRST_RTCP_LIKE || payloadType > LAST_RTCP_LIKE);
    }

    private static boolean isForwarded(Codec codec, boolean video, List<PayloadFormat> chosen) {
        if (video) {
            return codec.isVideo() && codec.channels() == 1;
        }
        boolean stereo48 = codec.clockRate() == 48_000 && codec.channels() == 2;
        return stereo48 && (!codec.name().equals("red") || wrapsOnly(codec, chosen));
    }

    /// Whether every block of an audio RED stream is in a format already chosen (RFC 2198 section 5).
    private static boolean wrapsOnly(Codec red, List<PayloadFormat> chosen) {
        Set<String> known = chosen.stream()
                .map(format -> Integer.toString(format.payloadType()))
                .collect(Collectors.toSet());
        return known.containsAll(List.of(red.parameters().split("/", -1)));
    }

    private PayloadFormat format(int payloadType, Codec codec) {
        Set<String> agreed = new HashSet<>(feedback.getOrDefault(Integer.toString(payloadType), Set.of()));
        agreed.addAll(feedback.getOrDefault("*", Set.of()));
        return new PayloadFormat(
                payloadType,
                codec,
                codec.isVideo() ? rtxOf(payloadType) : PayloadFormat.NO_RTX,
                agreed.contains("nack"),
                agreed.contains("nack pli"),
                agreed.contains("ccm fir"),
                transportCcExtension && agreed.contains("transport-cc"));
    }

    private int rtxOf(int payloadType) {
        for (Integer candidate : payloadTypes()) {
            Codec codec = codecs.get(candidate);
            if (codec != null && codec.name().equals("rtx") && codec.isVideo()) {
                if (codec.parameter("apt", "").equals(Integer.toString(payloadType))) {
                    return candidate;
                }
            }
        }
        return PayloadFormat.NO_RTX;
    }
}
