// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

/// One DTLS association as a state machine that its owner feeds and drains.
///
/// The owner is a single thread: it calls every method here, none of which blocks or throws for anything a peer sends.
/// The handshake itself runs on a thread of the executor given to `start`; whenever that thread has datagrams to send
/// or
/// changed the state, it calls `wakeUp` (from that thread), and the owner then drains `poll` and looks at `state`.
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"})
public final class DtlsHandshake {
    private DtlsHandshake() {}

    /// The side that waits for a ClientHello: `a=setup:passive`.
    public static DtlsHandshake server(Identity identity, Fingerprint peer, Runnable wakeUp) {
        throw new UnsupportedOperationException(identity + " " + peer + wakeUp);
    }

    /// The side that sends the ClientHello: `a=setup:active`.
    public static DtlsHandshake client(Identity identity, Fingerprint peer, Runnable wakeUp) {
        throw new UnsupportedOperationException(identity + " " + peer + wakeUp);
    }

    /// Begins, or does nothing when already begun or closed. A rejecting executor ends it as `Failed(NO_THREAD)`.
    public void start(Executor threads) {
        throw new UnsupportedOperationException(threads.toString());
    }

    /// Takes a copy of one datagram (position to limit; the buffer is not changed). Datagrams before `start` are held;
    /// those that find the queue full are dropped and counted.
    public void receive(ByteBuffer datagram) {
        throw new UnsupportedOperationException(datagram.toString());
    }

    /// Puts the next outgoing datagram at the buffer's position and sets the limit to its end; false when there is
    /// none.
    /// The buffer needs 1200 bytes of room.
    public boolean poll(ByteBuffer into) {
        throw new UnsupportedOperationException(into.toString());
    }

    public DtlsState state() {
        throw new UnsupportedOperationException();
    }

    /// How many datagrams, in or out, found their queue full.
    public long dropped() {
        throw new UnsupportedOperationException();
    }

    /// Ends it at once, in any state, and frees its thread. After a finished handshake a `close_notify` may still come
    /// out of `poll`.
    public void close() {
        throw new UnsupportedOperationException();
    }
}
