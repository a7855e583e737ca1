// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

/// What of a received datagram may reach the protocol, for two dangers that Bouncy Castle leaves open:
///
/// - it allocates a handshake message as long as its first fragment claims (up to 16 MB), before anything is proven;
/// - a server that meets the client's ChangeCipherSpec before its CertificateVerify, lost or overtaken, ignores every
///   copy of the latter from then on, since it reads only the new epoch. RFC 6347 section 4.1 lets records be
/// reordered.
///
/// ```
/// record   | type 1 | version 2 | epoch 2 | sequence 6 | length 2 | …        RFC 6347 section 4.1
/// fragment | type 1 | length 3 | message sequence 2 | offset 3 | length 3 | …  section 4.2.2
/// ```
final class DatagramScreen {
    static final int RECORD_HEADER = 13;

    /// Longest handshake message: a ClientHello with a post-quantum key share has 1.4 kB, a certificate chain some kB.
    private static final int LONGEST_MESSAGE = 8192;

    private static final int FRAGMENT_HEADER = 12;
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int CERTIFICATE_VERIFY = 15;

    private boolean admitsNewEpoch;

    private DatagramScreen(boolean admitsNewEpoch) {
        this.admitsNewEpoch = admitsNewEpoch;
    }

    static DatagramScreen ofServer() {
        return new DatagramScreen(false);
    }

    static DatagramScreen ofClient() {
        return new DatagramScreen(true);
    }

    /// How many leading bytes of the datagram are fit to be read: whole records only.
    int admit(byte[] datagram) {
        int at = 0;
        while (at + RECORD_HEADER <= datagram.length) {
            int length = uint16(datagram, at + 11);
            int end = at + RECORD_HEADER + length;
            if (end > datagram.length || !admitsRecord(datagram, at, length)) {
                return at;
            }
            at = end;
        }
        return at;
    }

    private boolean admitsRecord(byte[] datagram, int at, int length) {
        if (datagram[at] == CHANGE_CIPHER_SPEC) {
            return admitsNewEpoch;
        }
        boolean clear = uint16(datagram, at + 3) == 0;
        if (datagram[at] != HANDSHAKE || !clear) {
            return true;
        }
        noteCertificateVerify(datagram, at + RECORD_HEADER, length);
        return !announcesTooMuch(datagram, at + RECORD_HEADER, length);
    }

    private void noteCertificateVerify(byte[] data, int offset, int length) {
        int end = offset + length;
        for (int at = offset; at + FRAGMENT_HEADER <= end; at += FRAGMENT_HEADER + uint24(data, at + 9)) {
            boolean last = uint24(data, at + 6) + uint24(data, at + 9) == uint24(data, at + 1);
            if (data[at] == CERTIFICATE_VERIFY && last) {
                admitsNewEpoch = true;
            }
        }
    }

    /// Whether a fragment in this handshake record claims to belong to a message that is too long.
    static boolean announcesTooMuch(byte[] data, int offset, int length) {
        int end = offset + length;
        for (int at = offset; at + FRAGMENT_HEADER <= end; at += FRAGMENT_HEADER + uint24(data, at + 9)) {
            if (uint24(data, at + 1) > LONGEST_MESSAGE) {
                return true;
            }
        }
        return false;
    }

    private static int uint16(byte[] data, int at) {
        return ((data[at] & 0xff) << 8) | (data[at + 1] & 0xff);
    }

    private static int uint24(byte[] data, int at) {
        return ((data[at] & 0xff) << 16) | uint16(data, at + 1);
    }
}
