// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import java.util.Locale;

/// The video payload formats whose keyframes can be told from the first payload bytes.
public enum VideoCodec {
    /// RFC 7741, section 4.2: a descriptor with S=1 and partition 0, then a frame header whose lowest bit is 0.
    VP8 {
        @Override
        boolean startsKeyframe(byte[] bytes, int at, int end) {
            if ((bytes[at] & 0x17) != 0x10) {
                return false;
            }
            int header = at + 1;
            if ((bytes[at] & 0x80) != 0 && header < end) {
                int optional = bytes[header++];
                if ((optional & 0x80) != 0 && header < end) {
                    header += (bytes[header] & 0x80) != 0 ? 2 : 1;
                }
                header += (optional & 0x40) != 0 ? 1 : 0;
                header += (optional & 0x30) != 0 ? 1 : 0;
            }
            return header < end && (bytes[header] & 1) == 0;
        }
    },
    /// RFC 9628, section 4.2: not inter-picture predicted (P=0), beginning of a frame (B=1), of the lowest spatial
    /// layer.
    VP9 {
        @Override
        boolean startsKeyframe(byte[] bytes, int at, int end) {
            if ((bytes[at] & 0x48) != 0x08) {
                return false;
            }
            if ((bytes[at] & 0x20) == 0) {
                return true;
            }
            int layers = at + 1;
            if ((bytes[at] & 0x80) != 0 && layers < end) {
                layers += (bytes[layers] & 0x80) != 0 ? 2 : 1;
            }
            return layers < end && ((bytes[layers] >>> 1) & 7) == 0;
        }
    },
    /// RFC 6184, section 5.2: an IDR slice or parameter set, alone (1–23), first in a STAP-A (24) or starting an FU-A
    /// (28).
    H264 {
        @Override
        boolean startsKeyframe(byte[] bytes, int at, int end) {
            return switch (bytes[at] & 0x1F) {
                case 24 -> at + 3 < end && opensIdr(bytes[at + 3] & 0x1F);
                case 28 -> at + 1 < end && (bytes[at + 1] & 0x80) != 0 && opensIdr(bytes[at + 1] & 0x1F);
                default -> opensIdr(bytes[at] & 0x1F);
            };
        }

        private static boolean opensIdr(int unitType) {
            return unitType == 5 || unitType == 7;
        }
    },
    /// AV1 RTP payload format, section 4.4: the N bit marks the first packet of a coded video sequence.
    AV1 {
        @Override
        boolean startsKeyframe(byte[] bytes, int at, int end) {
            return (bytes[at] & 0x08) != 0;
        }
    },
    /// A codec we cannot look into; none of its packets counts as a keyframe.
    OTHER {
        @Override
        boolean startsKeyframe(byte[] bytes, int at, int end) {
            return false;
        }
    };

    abstract boolean startsKeyframe(byte[] bytes, int at, int end);

    /// By the encoding name of an `a=rtpmap` line.
    public static VideoCodec named(String encoding) {
        return switch (encoding.toUpperCase(Locale.ROOT)) {
            case "VP8" -> VP8;
            case "VP9" -> VP9;
            case "H264" -> H264;
            case "AV1" -> AV1;
            default -> OTHER;
        };
    }

    /// Whether a keyframe begins in this packet.
    public boolean startsKeyframe(RtpPacket packet) {
        int at = packet.payloadOffset();
        return packet.payloadLength() > 0 && startsKeyframe(packet.bytes(), at, at + packet.payloadLength());
    }
}
