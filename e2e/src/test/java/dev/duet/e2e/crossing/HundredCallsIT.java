// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.Call;
import dev.duet.client.call.state.EndReason;
import dev.duet.e2e.OwnAddress;
import dev.duet.e2e.RunningServer;
import dev.duet.server.config.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A hundred calls of the same two clients leave neither threads nor memory behind.
class HundredCallsIT {
    /// The allocator of the library keeps taking more for the first fifty or so.
    private static final int WARM_UP = 60;
    private static final int CALLS = 100;
    private static final int PAIRS = 4;
    /// A call that leaks one thread leaks a hundred here.
    private static final int MORE_THREADS = 20;
    /// A leaked connection has a good deal of a megabyte, and there are two in a call.
    private static final int MORE_MEBIBYTES = 100;

    @Test
    void a_hundred_calls_leave_no_threads_and_no_memory_behind() throws IOException {
        try (RunningServer server = RunningServer.start(
                        new Entry("announce", OwnAddress.find(), "test"), new Entry("dev", "true", "test"));
                Pairs pairs = new Pairs(server)) {
            calls(WARM_UP, pairs);
            long threads = settledThreads();
            long mebibytes = mebibytes();
            calls(CALLS, pairs);
            long threadsAfter = settledThreads();
            long mebibytesAfter = mebibytes();
            System.out.println(
                    "threads " + threads + " -> " + threadsAfter + ", MiB " + mebibytes + " -> " + mebibytesAfter);
            assertThat(threadsAfter).isLessThan(threads + MORE_THREADS);
            assertThat(mebibytesAfter).isLessThan(mebibytes + MORE_MEBIBYTES);
            assertThat(pairs.all()).allSatisfy(pair -> {
                assertThat(pair.alice().client().calls()).isEmpty();
                assertThat(pair.bob().client().calls()).isEmpty();
            });
        }
    }

    private record Pair(JavaPhone alice, JavaPhone bob) {}

    /// Those who call in turn: the server limits how often one login asks, and calls follow one another at once.
    private record Pairs(List<Pair> all) implements AutoCloseable {
        Pairs(RunningServer server) {
            this(IntStream.range(0, PAIRS)
                    .mapToObj(n -> new Pair(new JavaPhone(server, "alice" + n), new JavaPhone(server, "bob" + n)))
                    .toList());
        }

        @Override
        public void close() {
            all.forEach(pair -> {
                pair.alice().close();
                pair.bob().close();
            });
        }
    }

    private static void calls(int count, Pairs pairs) {
        for (int call = 0; call < count; call++) {
            Pair pair = pairs.all().get(call % PAIRS);
            JavaPhone alice = pair.alice();
            JavaPhone bob = pair.bob();
            int i = call / PAIRS;
            Call calling = i % 2 == 0
                    ? alice.call(bob.client().userId())
                    : bob.call(alice.client().userId());
            Call ringing = i % 2 == 0 ? bob.rings() : alice.rings();
            JavaPhone.done(ringing.accept());
            alice.seesFirst();
            bob.seesFirst();
            JavaPhone.done((i % 3 == 0 ? calling : ringing).hangUp());
            assertThat(JavaPhone.ended(calling).reason()).isEqualTo(EndReason.HANGUP);
            assertThat(JavaPhone.ended(ringing).reason()).isEqualTo(EndReason.HANGUP);
        }
    }

    /// Threads of the last call that are on their way out are given a moment.
    private static long settledThreads() throws IOException {
        long least = status("Threads");
        for (int i = 0; i < 10; i++) {
            JavaPhone.rest(100);
            least = Math.min(least, status("Threads"));
        }
        return least;
    }

    /// Memory of the process without what the collector has not got to yet.
    private static long mebibytes() throws IOException {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return (status("RssAnon") * 1024 - Runtime.getRuntime().totalMemory() + heap) >> 20;
    }

    /// A figure of Linux about this process: a count, or KiB.
    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
