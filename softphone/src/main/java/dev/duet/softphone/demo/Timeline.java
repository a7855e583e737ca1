// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.softphone.demo.proof.Moment;
import dev.duet.softphone.talk.CannotCall;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// What happens, printed as it happens with the milliseconds since the beginning, and waited for.
final class Timeline {
    private final Map<Moment, CompletableFuture<Long>> moments = new EnumMap<>(Moment.class);
    private final PrintWriter out;
    private final LongSupplier nanos;
    private final long begin;

    /// @param nanos a clock
    Timeline(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        for (Moment moment : Moment.values()) {
            moments.put(moment, new CompletableFuture<>());
        }
    }

    static String line(long millis, String what) {
        return String.format(Locale.ROOT, "%7d  %s", millis, what);
    }

    private long millis() {
        return (nanos.getAsLong() - begin) / 1_000_000;
    }

    synchronized void note(String what) {
        out.println(line(millis(), what));
        out.flush();
    }

    /// Only the first time counts.
    synchronized void reach(Moment moment, String what) {
        if (of(moment).complete(millis())) {
            note(what);
        }
    }

    /// Nothing more will come.
    void fail(String sentence) {
        moments.values().forEach(each -> each.completeExceptionally(new CannotCall(sentence)));
    }

    private CompletableFuture<Long> of(Moment moment) {
        return moments.getOrDefault(moment, CompletableFuture.failedFuture(new CannotCall(moment.missing())));
    }

    /// When it was, in ms.
    long await(Moment moment, Duration patience) throws CannotCall, InterruptedException {
        try {
            return of(moment).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new CannotCall("After " + patience.toSeconds() + " s " + moment.missing() + ".");
        } catch (ExecutionException failed) {
            throw because(failed);
        }
    }

    /// Lets time pass in which the call goes on.
    void letGoOn(Duration span) throws CannotCall, InterruptedException {
        try {
            of(Moment.BOB_ENDED).get(span.toMillis(), TimeUnit.MILLISECONDS);
            throw new CannotCall("The call was over before anybody hung up.");
        } catch (TimeoutException goesOn) {
            // As it should.
        } catch (ExecutionException failed) {
            throw because(failed);
        }
    }

    private static CannotCall because(ExecutionException failed) {
        return failed.getCause() instanceof CannotCall why ? why : new CannotCall("The demonstration broke: " + failed);
    }
}
