// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// In-process handshakes that load and compile the code of a handshake before the first real one needs it.
public final class DtlsWarmUp {
    /// Longest wait for one step of a handshake with ourselves; longer means that the threads given do not run.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore awake = new Semaphore(0);
    private final ByteBuffer datagram = ByteBuffer.allocate(QueuedTransport.LONGEST);
    private final DtlsHandshake server;
    private final DtlsHandshake client;

    private DtlsWarmUp(Identity identity) {
        server = DtlsHandshake.server(identity, identity.fingerprint(), awake::release);
        client = DtlsHandshake.client(identity, identity.fingerprint(), awake::release);
    }

    /// Runs handshakes of the identity with itself, one after the other, and returns how many succeeded. Meant for a
    /// thread of its own: it ends early when that thread is interrupted, or when a handshake does not succeed.
    public static int run(Identity identity, int handshakes, Executor threads) {
        for (int done = 0; done < handshakes; done++) {
            if (!new DtlsWarmUp(identity).succeeds(threads)) {
                return done;
            }
        }
        return handshakes;
    }

    private boolean succeeds(Executor threads) {
        server.start(threads);
        client.start(threads);
        try {
            while (awake.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                carry(client, server);
                carry(server, client);
                if (isOver(client) && isOver(server)) {
                    return client.state() instanceof DtlsState.Keyed && server.state() instanceof DtlsState.Keyed;
                }
            }
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            client.close();
            server.close();
        }
    }

    private void carry(DtlsHandshake from, DtlsHandshake to) {
        while (from.poll(datagram.clear())) {
            to.receive(datagram);
        }
    }

    private static boolean isOver(DtlsHandshake handshake) {
        return switch (handshake.state()) {
            case DtlsState.Waiting _, DtlsState.Handshaking _ -> false;
            case DtlsState.Keyed _, DtlsState.Failed _, DtlsState.Closed _ -> true;
        };
    }
}
