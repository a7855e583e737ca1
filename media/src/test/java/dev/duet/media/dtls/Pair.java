// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A client and a server handshake joined by a wire that drops what a test says.
final class Pair implements AutoCloseable {
    static final Identity CLIENT = Identity.create(new SecureRandom(), Instant.EPOCH);
    static final Identity SERVER = Identity.create(new SecureRandom(), Instant.EPOCH);
    static final Duration LONG = Duration.ofSeconds(60);

    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final Semaphore awake = new Semaphore(0);
    final DtlsHandshake client;
    final DtlsHandshake server;
    final List<byte[]> fromClient = new ArrayList<>();
    final List<byte[]> fromServer = new ArrayList<>();
    Predicate<byte[]> toServerPasses = datagram -> true;
    Predicate<byte[]> toClientPasses = datagram -> true;
    private final ByteBuffer buffer = ByteBuffer.allocate(QueuedTransport.LONGEST);

    Pair() {
        this(SERVER.fingerprint(), CLIENT.fingerprint());
    }

    /// @param expectedByClient what the client takes for the server's fingerprint, and the other way round
    Pair(Fingerprint expectedByClient, Fingerprint expectedByServer) {
        client = DtlsHandshake.client(CLIENT, expectedByClient, awake::release);
        server = DtlsHandshake.server(SERVER, expectedByServer, awake::release);
    }

    Pair start() {
        client.start(threads);
        server.start(threads);
        return this;
    }

    /// Carries datagrams until the condition holds; false when it did not within a minute.
    boolean until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            carry();
            if (condition.getAsBoolean()) {
                return true;
            }
            if (!awake.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    boolean untilBothKeyed() throws InterruptedException {
        return until(() -> client.state() instanceof DtlsState.Keyed && server.state() instanceof DtlsState.Keyed);
    }

    void carry() {
        carry(client, server, toServerPasses, fromClient);
        carry(server, client, toClientPasses, fromServer);
    }

    private void carry(DtlsHandshake from, DtlsHandshake to, Predicate<byte[]> passes, List<byte[]> seen) {
        while (from.poll(buffer.clear())) {
            byte[] datagram = new byte[buffer.remaining()];
            buffer.get(buffer.position(), datagram);
            seen.add(datagram);
            if (passes.test(datagram)) {
                to.receive(buffer);
            }
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new AssertionError("a closed handshake kept its thread");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
