// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import dev.duet.media.peer.Drop;
import dev.duet.media.peer.Drops;
import dev.duet.media.srtp.gcm.AesGcm;
import dev.duet.media.stun.StunMessage;
import dev.duet.media.wire.PacketKind;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// One thread that owns one socket and hands each datagram to whom it is for.
///
/// Other threads speak to it through [#post] only.
public final class MediaLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(MediaLoop.class.getName());

    /// An Ethernet frame; whatever is longer did not come from a browser's media stack.
    private static final int LONGEST_DATAGRAM = 1500;
    /// The room behind a datagram in which extensions and tags may grow.
    private static final int TAIL_ROOM = 100;
    /// Reads before timers and tasks get their turn.
    private static final int MOST_PER_BATCH = 64;
    /// Nothing waits longer for a missed wake-up.
    private static final long LONGEST_WAIT_NANOS = 500_000_000;
    /// Bugs that every packet meets must not fill the disk.
    private static final long SILENCE_AFTER_ERROR_NANOS = 1_000_000_000;

    private final DatagramPort port;
    private final AesGcm.Engine ciphers;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PeerTable table = new PeerTable();
    private final Deadlines deadlines = new Deadlines();
    private final Coalescing coalescing = new Coalescing();
    private final Drops drops = new Drops();
    private final HandshakeGate gate = new HandshakeGate();
    private final ByteBuffer datagram = ByteBuffer.allocate(LONGEST_DATAGRAM + TAIL_ROOM);
    private final ByteBuffer scratch = ByteBuffer.allocate(LONGEST_DATAGRAM + TAIL_ROOM);
    private final Traffic traffic = new Traffic();

    private volatile boolean closing;
    private long nowNanos = System.nanoTime();
    private long silentUntil = nowNanos;

    /// @param ciphers what protects the packets of this loop, and of no other
    public MediaLoop(DatagramPort port, AesGcm.Engine ciphers) {
        this.port = port;
        this.ciphers = ciphers;
        this.thread = Thread.ofPlatform().name("duet-media").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public InetSocketAddress address() {
        return port.address();
    }

    /// Runs a task on the loop's thread, soon. After [#close] nothing runs any more.
    public void post(Runnable task) {
        tasks.add(task);
        port.wakeUp();
    }

    /// Time as of the present batch.
    public long nowNanos() {
        return nowNanos;
    }

    public PeerTable table() {
        return table;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    public Drops drops() {
        return drops;
    }

    public HandshakeGate gate() {
        return gate;
    }

    public AesGcm.Engine ciphers() {
        return ciphers;
    }

    public Traffic traffic() {
        return traffic;
    }

    /// Room for one datagram to send.
    public ByteBuffer scratch() {
        return scratch;
    }

    /// Sends the bytes between position and limit.
    public void send(ByteBuffer packet, InetSocketAddress to) {
        int bytes = packet.remaining();
        try {
            if (port.send(packet, to)) {
                traffic.sent(bytes);
            } else {
                drops.count(Drop.SEND_SOCKET_FULL);
            }
        } catch (IOException e) {
            // No route, a vanished interface, a firewall: for the peer it is as if the network lost the packet.
            drops.count(Drop.SEND_FAILED);
        }
    }

    /// Ends the loop and closes its socket; waits for its thread unless it is the caller.
    @Override
    public void close() {
        closing = true;
        port.wakeUp();
        if (Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!closing) {
                turn();
            }
            runTasks();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The media socket failed; no media flows any more.", e);
        } finally {
            port.close();
        }
    }

    /// One round: tasks, packets, timers, and then a pause for as long as nothing is due.
    private void turn() throws IOException {
        nowNanos = System.nanoTime();
        runTasks();
        int batch = readBatch();
        guarded(this::runTimers);
        long pause = coalescing.after(batch, nowNanos);
        if (batch > 0 && pause > 0) {
            LockSupport.parkNanos(pause);
        } else if (batch < MOST_PER_BATCH && tasks.isEmpty()) {
            long due = deadlines.nextAt() - System.nanoTime();
            port.await(Math.min(due, LONGEST_WAIT_NANOS));
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
    }

    private void runTimers() {
        deadlines.run(nowNanos);
    }

    private int readBatch() throws IOException {
        int batch = 0;
        while (batch < MOST_PER_BATCH) {
            datagram.clear();
            InetSocketAddress from = port.receive(datagram);
            if (from == null) {
                break;
            }
            batch++;
            datagram.flip();
            traffic.received(datagram.remaining());
            handle(from);
        }
        return batch;
    }

    private void handle(InetSocketAddress from) {
        try {
            dispatch(from);
        } catch (RuntimeException e) {
            report(e);
        }
    }

    private void dispatch(InetSocketAddress from) {
        if (datagram.remaining() > LONGEST_DATAGRAM) {
            drops.count(Drop.TOO_LARGE);
            return;
        }
        PacketKind kind = PacketKind.of(datagram);
        if (kind == PacketKind.STUN) {
            dispatchStun(from);
            return;
        }
        Recipient recipient = table.byAddress(from);
        if (recipient == null) {
            drops.count(kind == PacketKind.UNKNOWN ? Drop.UNKNOWN_KIND : Drop.UNKNOWN_ADDRESS);
        } else {
            recipient.receive(datagram, from);
        }
    }

    private void dispatchStun(InetSocketAddress from) {
        Recipient recipient =
                StunMessage.localUfrag(datagram).map(table::byUfrag).orElse(null);
        if (recipient == null) {
            drops.count(Drop.UNKNOWN_UFRAG);
        } else if (recipient.receive(datagram, from)) {
            recipient.learn(from, table);
        }
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            report(e);
        }
    }

    /// A bug of ours ends what met it, never the loop.
    private void report(RuntimeException bug) {
        drops.count(Drop.INTERNAL_ERROR);
        if (nowNanos - silentUntil >= 0) {
            silentUntil = nowNanos + SILENCE_AFTER_ERROR_NANOS;
            LOG.log(Level.ERROR, "A packet, timer or task of the media loop failed.", bug);
        }
    }
}
