// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/// The datagrams between an owner's thread, which never waits, and a handshake's thread, which does: two bounded
/// queues.
/// Outgoing records are gathered into as few datagrams as hold them (RFC 6347 section 4.1.1) and leave when the
/// handshake begins to wait.
final class QueuedTransport implements DatagramTransport {
    /// Longest datagram we send: fits every path that carries RTP.
    static final int MTU = 1200;

    /// Longest datagram we take: more than any path carries unfragmented.
    static final int LONGEST = 2048;

    /// A flight has at most 6 datagrams; the rest absorbs repetitions and shuffling.
    private static final int CAPACITY = 32;

    private static final byte[] END = {};

    private final DatagramScreen screen;
    private final Runnable wakeUp;
    private final ArrayBlockingQueue<byte[]> received = new ArrayBlockingQueue<>(CAPACITY);
    private final ArrayBlockingQueue<byte[]> toSend = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final byte[] gathered = new byte[MTU];
    private int gatheredLength;
    private volatile boolean closed;

    QueuedTransport(DatagramScreen screen, Runnable wakeUp) {
        this.screen = screen;
        this.wakeUp = wakeUp;
    }

    /// Owner: takes a copy of a received datagram.
    void put(ByteBuffer datagram) {
        if (closed) {
            return;
        }
        if (datagram.remaining() > LONGEST || received.remainingCapacity() == 0) {
            dropped.incrementAndGet();
            return;
        }
        byte[] copy = new byte[datagram.remaining()];
        datagram.get(datagram.position(), copy);
        received.offer(copy);
    }

    /// Owner: the next datagram to send, or null.
    byte @Nullable [] take() {
        return toSend.poll();
    }

    /// Owner: lets a waiting handshake go; what it still sends can be taken.
    void end() {
        closed = true;
        received.clear();
        received.offer(END);
    }

    long dropped() {
        return dropped.get();
    }

    @Override
    public int getReceiveLimit() {
        return LONGEST;
    }

    @Override
    public int getSendLimit() {
        return MTU;
    }

    /// @throws InterruptedIOException when closed
    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws InterruptedIOException {
        flush();
        byte[] datagram = await(waitMillis);
        if (datagram == null) {
            return -1;
        }
        int admitted = Math.min(screen.admit(datagram), length);
        System.arraycopy(datagram, 0, buffer, offset, admitted);
        return admitted;
    }

    private byte @Nullable [] await(int waitMillis) throws InterruptedIOException {
        try {
            byte[] datagram = null;
            if (!closed) {
                datagram = waitMillis == 0 ? received.take() : received.poll(waitMillis, TimeUnit.MILLISECONDS);
            }
            if (closed) {
                throw new InterruptedIOException("closed");
            }
            return datagram;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void send(byte[] record, int offset, int length) {
        if (gatheredLength + length > MTU) {
            flush();
        }
        System.arraycopy(record, offset, gathered, gatheredLength, length);
        gatheredLength += length;
    }

    /// Hands what was gathered to the owner.
    void flush() {
        if (gatheredLength == 0) {
            return;
        }
        if (!toSend.offer(Arrays.copyOf(gathered, gatheredLength))) {
            dropped.incrementAndGet();
        }
        gatheredLength = 0;
        wakeUp.run();
    }

    /// The protocol's own end, after its last alert.
    @Override
    public void close() {
        flush();
        closed = true;
    }
}
