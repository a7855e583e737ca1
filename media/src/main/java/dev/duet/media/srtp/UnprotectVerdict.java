// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

/// What became of a received packet. Every verdict but `OK` is a drop, and leaves the buffer's content undefined.
public enum UnprotectVerdict {
    OK,
    /// Not an SRTP or SRTCP packet, or too short for one.
    MALFORMED,
    /// A packet with this index was accepted before.
    REPLAYED,
    /// Too far behind the newest packet to tell whether it is a replay.
    TOO_OLD,
    /// The authentication tag is wrong.
    FORGED,
    /// SRTCP without encryption, which our profiles do not allow (RFC 5764 section 4.1.2).
    UNENCRYPTED,
    /// Of a new source, when the table of sources is full.
    TOO_MANY_SOURCES
}
