// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.speed;

import dev.duet.client.call.Call;
import dev.duet.client.media.synth.ToneMeter;
import dev.duet.e2e.OwnAddress;
import dev.duet.e2e.RunningServer;
import dev.duet.e2e.crossing.JavaPhone;
import dev.duet.server.config.Entry;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// From `accept` to the first sound and picture between two Java clients, through a real server.
///
///     bench/java-calls [calls] [milliseconds that each rings]
public final class JavaCalls {
    /// The first calls load the library and code.
    private static final int WARM_UP = 3;
    /// A person takes this long at least; the way to the server is made ready meanwhile.
    private static final long PERSON_MILLIS = 1_000;
    /// The faintest sound that is taken for the other's tone, of 32,768.
    private static final double AUDIBLE = 300;

    /// Held, since the log system forgets the level of a logger nobody holds.
    private static final Logger SERVER = Logger.getLogger("dev.duet");

    private JavaCalls() {}

    public static void main(String[] args) {
        SERVER.setLevel(Level.WARNING);
        int calls = args.length == 0 ? 20 : Integer.parseInt(args[0]);
        long ringing = args.length < 2 ? PERSON_MILLIS : Long.parseLong(args[1]);
        try (RunningServer server = RunningServer.start(
                        new Entry("announce", OwnAddress.find(), "bench"), new Entry("dev", "true", "bench"));
                JavaPhone alice = new JavaPhone(server, "alice");
                JavaPhone bob = new JavaPhone(server, "bob")) {
            run(WARM_UP, ringing, alice, bob);
            print(System.out, run(calls, ringing, alice, bob));
        }
    }

    /// When one side first saw and heard the other, on the scale of [System#nanoTime]; 0 until then.
    private record Firsts(AtomicLong picture, AtomicLong sound) {
        static Firsts of(Call call) {
            Firsts firsts = new Firsts(new AtomicLong(), new AtomicLong());
            call.show(frame -> note(firsts.picture));
            call.hear(chunk -> {
                if (ToneMeter.loudness(chunk) > AUDIBLE) {
                    note(firsts.sound);
                }
            });
            return firsts;
        }

        private static void note(AtomicLong first) {
            first.compareAndSet(0, System.nanoTime());
        }

        boolean complete() {
            return picture.get() != 0 && sound.get() != 0;
        }
    }

    /// Milliseconds after `accept`.
    private record Beginning(double picture, double sound) {
        static Beginning of(Firsts firsts, long accepted) {
            return new Beginning((firsts.picture.get() - accepted) / 1e6, (firsts.sound.get() - accepted) / 1e6);
        }
    }

    private record Both(Beginning caller, Beginning callee) {}

    private static List<Both> run(int calls, long ringing, JavaPhone alice, JavaPhone bob) {
        List<Both> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            all.add(once(ringing, alice, bob));
        }
        return all;
    }

    private static Both once(long ringingMillis, JavaPhone alice, JavaPhone bob) {
        Call calling = alice.call("bob");
        Call ringing = bob.rings();
        Firsts atCaller = Firsts.of(calling);
        Firsts atCallee = Firsts.of(ringing);
        JavaPhone.rest(ringingMillis);
        long accepted = System.nanoTime();
        JavaPhone.done(ringing.accept());
        JavaPhone.until("picture and sound on both sides", () -> atCaller.complete() && atCallee.complete());
        JavaPhone.done(calling.hangUp());
        JavaPhone.ended(calling);
        JavaPhone.ended(ringing);
        return new Both(Beginning.of(atCaller, accepted), Beginning.of(atCallee, accepted));
    }

    private static void print(PrintStream out, List<Both> calls) {
        out.printf(
                "%d calls, %d processors, load %.1f%n%n%-28s %7s %7s%n",
                calls.size(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                "ms after accept",
                "median",
                "p90");
        line(out, "callee  first sound", calls.stream().map(both -> both.callee.sound));
        line(out, "caller  first sound", calls.stream().map(both -> both.caller.sound));
        line(out, "callee  first picture", calls.stream().map(both -> both.callee.picture));
        line(out, "caller  first picture", calls.stream().map(both -> both.caller.picture));
    }

    private static void line(PrintStream out, String what, Stream<Double> times) {
        List<Double> all = times.toList();
        out.printf(
                "%-28s %7.0f %7.0f%n",
                what,
                Figures.quantile(all.stream().mapToDouble(each -> each), 0.5),
                Figures.quantile(all.stream().mapToDouble(each -> each), 0.9));
    }
}
