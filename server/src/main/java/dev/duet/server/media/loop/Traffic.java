// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

/// Datagrams and bytes through one socket, and handshakes over it. Belongs to the loop's thread.
public final class Traffic {
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

    public void handshakeDone() {
        handshakes++;
    }

    public void handshakeFailed() {
        handshakesFailed++;
    }

    public long packetsIn() {
        return packetsIn;
    }

    public long packetsOut() {
        return packetsOut;
    }

    public long bytesIn() {
        return bytesIn;
    }

    public long bytesOut() {
        return bytesOut;
    }

    public long handshakes() {
        return handshakes;
    }

    public long handshakesFailed() {
        return handshakesFailed;
    }
}
