// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;

/// One DTLS association as a state machine that its owner feeds and drains.
///
/// The owner is a single thread: it calls every method here, none of which blocks or throws for anything a peer sends.
/// The handshake itself runs on a thread of the executor given to `start`, best a virtual one: it waits there for as
/// long
/// as the association lives, because a lost last flight is repeated only by whoever reads on (RFC 6347 section 4.2.4).
/// Whenever that thread has datagrams to send or changed the state, it calls `wakeUp`, and the owner then drains `poll`
/// and looks at `state`.
///
/// No cookie is asked of clients: the ICE check that came before proved their address.
public final class DtlsHandshake {
    static final int[] CIPHER_SUITES = {
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    };

    /// Short, because it doubles with each loss and someone waits; a needless repetition costs 700 bytes
    /// (RFC 6347 section 4.2.4.1 lets applications for which time matters go below its 1 s).
    static final int FIRST_RESEND_MILLIS = 100;

    /// As long as a person would wait for a call to connect.
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Agreement agreement;
    private final QueuedTransport transport;
    private final Protocol protocol;
    private final Runnable wakeUp;
    private final AtomicReference<DtlsState> state = new AtomicReference<>(new DtlsState.Waiting());

    private DtlsHandshake(Agreement agreement, DatagramScreen screen, Protocol protocol, Runnable wakeUp) {
        this.agreement = agreement;
        this.transport = new QueuedTransport(screen, wakeUp);
        this.protocol = protocol;
        this.wakeUp = wakeUp;
    }

    /// The side that waits for a ClientHello: `a=setup:passive`.
    public static DtlsHandshake server(Identity identity, Fingerprint peer, Runnable wakeUp) {
        return server(identity, peer, wakeUp, DEADLINE);
    }

    static DtlsHandshake server(Identity identity, Fingerprint peer, Runnable wakeUp, Duration deadline) {
        Agreement agreement = new Agreement(peer);
        Protocol protocol =
                transport -> new DTLSServerProtocol().accept(new PassiveSide(identity, agreement, deadline), transport);
        return new DtlsHandshake(agreement, DatagramScreen.ofServer(), protocol, wakeUp);
    }

    /// The side that sends the ClientHello: `a=setup:active`.
    public static DtlsHandshake client(Identity identity, Fingerprint peer, Runnable wakeUp) {
        Agreement agreement = new Agreement(peer);
        Protocol protocol =
                transport -> new DTLSClientProtocol().connect(new ActiveSide(identity, agreement, DEADLINE), transport);
        return new DtlsHandshake(agreement, DatagramScreen.ofClient(), protocol, wakeUp);
    }

    /// Begins, or does nothing when already begun or closed. A rejecting executor ends it as `Failed(NO_THREAD)`.
    public void start(Executor threads) {
        if (!(state.get() instanceof DtlsState.Waiting)) {
            return;
        }
        state.set(new DtlsState.Handshaking());
        try {
            threads.execute(this::run);
        } catch (RejectedExecutionException _) {
            state.set(new DtlsState.Failed(DtlsFailure.NO_THREAD));
        }
    }

    /// Takes a copy of one datagram (position to limit; the buffer is not changed). Datagrams before `start` are held;
    /// those that find the queue full are dropped and counted.
    public void receive(ByteBuffer datagram) {
        transport.put(datagram);
    }

    /// Puts the next outgoing datagram at the buffer's position and sets the limit to its end; false when there is
    /// none.
    /// The buffer needs 1200 bytes of room.
    public boolean poll(ByteBuffer into) {
        byte[] datagram = transport.take();
        if (datagram == null) {
            return false;
        }
        into.limit(into.position() + datagram.length);
        into.put(into.position(), datagram);
        return true;
    }

    public DtlsState state() {
        return state.get();
    }

    /// How many datagrams, in or out, found their queue full.
    public long dropped() {
        return transport.dropped();
    }

    /// Ends it at once, in any state, and frees its thread. An alert for the peer may still come out of `poll`.
    public void close() {
        become(new DtlsState.Closed());
        transport.end();
    }

    private void run() {
        try {
            DTLSTransport records = protocol.shakeHands(transport);
            transport.flush();
            become(new DtlsState.Keyed(agreement.keys()));
            wakeUp.run();
            readOn(records);
            become(new DtlsState.Closed());
        } catch (InterruptedIOException e) {
            become(agreement.isRefused() ? new DtlsState.Failed(agreement.reason(e)) : new DtlsState.Closed());
        } catch (IOException | RuntimeException e) {
            become(new DtlsState.Failed(agreement.reason(e)));
        } finally {
            become(new DtlsState.Failed(DtlsFailure.PROTOCOL_ERROR));
            transport.close();
            wakeUp.run();
        }
    }

    /// Answers repetitions of the peer's last flight, and ends with the association. Application data is not for us.
    private void readOn(DTLSTransport records) throws IOException {
        byte[] ignored = new byte[records.getReceiveLimit()];
        try {
            while (true) {
                records.receive(ignored, 0, ignored.length, 0);
            }
        } catch (InterruptedIOException _) {
            records.close();
        }
    }

    /// Moves on, unless at an end. An association that had keys does not fail any more, it closes.
    private void become(DtlsState next) {
        state.updateAndGet(now -> switch (now) {
            case DtlsState.Waiting _, DtlsState.Handshaking _ -> next;
            case DtlsState.Keyed _ -> new DtlsState.Closed();
            case DtlsState.Failed _, DtlsState.Closed _ -> now;
        });
    }

    static boolean ends(short alertLevel, short alertDescription) {
        return alertLevel == AlertLevel.fatal || alertDescription == AlertDescription.close_notify;
    }

    private interface Protocol {
        /// Blocks until the handshake is over.
        DTLSTransport shakeHands(QueuedTransport transport) throws IOException;
    }
}
