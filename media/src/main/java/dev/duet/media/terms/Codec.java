// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a payload type means, apart from its number: the name, the clock, and the format parameters as offered.
///
/// @param name in lower case, such as `opus` or `vp8`
/// @param channels 1 unless the `rtpmap` says otherwise
/// @param parameters the text of the `fmtp` line, empty when there is none
public record Codec(String name, int clockRate, int channels, String parameters) {
    private static final int VIDEO_CLOCK = 90_000;

    /// Whether a stream in this codec can be decoded by who negotiated the other one: same name, clock and channels,
    /// and for H264, VP9 and AV1 the same profile (and packetization mode), whatever the level.
    public boolean matches(Codec other) {
        return name.equals(other.name)
                && clockRate == other.clockRate
                && channels == other.channels
                && variant().equals(other.variant());
    }

    public boolean isVideo() {
        return clockRate == VIDEO_CLOCK;
    }

    /// The value of a `name=value` parameter, or the default of its RFC.
    public String parameter(String wanted, String otherwise) {
        for (String parameter : parameters.split(";", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase(wanted)) {
                return parameter.substring(equals + 1).strip();
            }
        }
        return otherwise;
    }

    /// As it stands in an `rtpmap` behind the payload type.
    public String encoding() {
        String shown = isVideo() ? name.toUpperCase(Locale.ROOT) : name;
        return shown + "/" + clockRate + (channels == 1 ? "" : "/" + channels);
    }

    /// What must be equal besides name, clock and channels.
    private String variant() {
        return switch (name) {
            case "h264" -> H264Profile.of(this) + "/" + parameter("packetization-mode", "0");
            case "vp9" -> parameter("profile-id", "0");
            case "av1" -> parameter("profile", "0");
            default -> "";
        };
    }

    /// The profile of an H264 stream, out of the first two bytes of `profile-level-id`: RFC 6184 section 8.1 lists
    /// several spellings of one profile.
    private enum H264Profile {
        CONSTRAINED_BASELINE,
        BASELINE,
        MAIN,
        CONSTRAINED_HIGH,
        HIGH,
        OTHER;

        private static final Pattern HEX = Pattern.compile("[0-9a-f]{6}");

        /// The flag bit constraint_set1 and the two that matter next to it.
        private static final int SET0 = 0x80;

        private static final int SET1 = 0x40;
        private static final int SET4_AND_5 = 0x0c;

        static H264Profile of(Codec codec) {
            String id = codec.parameter("profile-level-id", "42e01f").toLowerCase(Locale.ROOT);
            if (!HEX.matcher(id).matches()) {
                return OTHER;
            }
            int flags = Integer.parseInt(id, 2, 4, 16);
            return switch (id.substring(0, 2)) {
                case "42" -> (flags & SET1) != 0 ? CONSTRAINED_BASELINE : BASELINE;
                case "4d" -> (flags & SET0) != 0 ? CONSTRAINED_BASELINE : MAIN;
                case "58" -> (flags & (SET0 | SET1)) == (SET0 | SET1) ? CONSTRAINED_BASELINE : OTHER;
                case "64" -> (flags & SET4_AND_5) == SET4_AND_5 ? CONSTRAINED_HIGH : HIGH;
                default -> OTHER;
            };
        }
    }
}
