// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

/// Datagrams and bytes through one socket, and handshakes over it. Belongs to the loop's thread.
final class Traffic {
    private long packetsIn;
    private long packetsOut;
    private long bytesIn;
    private long bytesOut;
    private long handshakes;
    private long handshakesFailed;

    void received(int bytes) {
        packetsIn++;
        bytesIn += bytes;
    }

    void sent(int bytes) {
        packetsOut++;
        bytesOut += bytes;
    }

    void handshakeDone() {
        handshakes++;
    }

    void handshakeFailed() {
        handshakesFailed++;
    }

    long packetsIn() {
        return packetsIn;
    }

    long packetsOut() {
        return packetsOut;
    }

    long bytesIn() {
        return bytesIn;
    }

    long bytesOut() {
        return bytesOut;
    }

    long handshakes() {
        return handshakes;
    }

    long handshakesFailed() {
        return handshakesFailed;
    }
}
