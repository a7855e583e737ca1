// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class DtlsHandshakeFuzzTest {
    /// Any datagrams, each behind a byte that tells its length: no exception, and the thread goes when told to.
    @FuzzTest
    void any_datagrams_leave_a_server_that_can_be_closed(byte[] data) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        DtlsHandshake server = DtlsHandshake.server(Pair.SERVER, Pair.CLIENT.fingerprint(), () -> {});
        ByteBuffer out = ByteBuffer.allocate(QueuedTransport.MTU);
        ByteBuffer in = ByteBuffer.wrap(data);
        server.start(threads);
        while (in.hasRemaining()) {
            int length = Math.min(4 * (in.get() & 0xff), in.remaining());
            server.receive(in.slice(in.position(), length));
            in.position(in.position() + length);
            while (server.poll(out.clear())) {
                if (out.remaining() > QueuedTransport.MTU) {
                    throw new AssertionError("a datagram of " + out.remaining());
                }
            }
        }
        server.close();
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the handshake kept its thread");
        }
    }
}
