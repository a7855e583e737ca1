// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

/// What became of a packet to send. Every verdict but `OK` leaves an empty buffer, so nothing can leave unprotected.
public enum ProtectVerdict {
    OK,
    /// Not an RTP or RTCP packet.
    MALFORMED,
    /// The buffer has too little room between limit and capacity for the tag.
    NO_ROOM,
    /// Of a new source, when the table of sources is full.
    TOO_MANY_SOURCES,
    /// This packet index was protected before: a second packet under it would give the key stream away.
    INDEX_REUSED,
    /// So far behind the newest packet that it cannot be told whether its index was used.
    TOO_OLD,
    /// The key protected as many packets as it may (RFC 3711 section 9.2).
    KEY_EXHAUSTED
}
