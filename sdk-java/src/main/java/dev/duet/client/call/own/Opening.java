// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.own;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.stay.Landing;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One device of a call: closed, being opened, or open.
final class Opening<S extends AutoCloseable> {

    /// Who is told on the session's thread.
    interface Owner {
        /// It came or went.
        void changed();

        /// It stopped by itself.
        void lost(Result<Void> why);
    }

    private final Device device;
    private @Nullable Supplier<? extends S> supplier;
    private final Function<S, CompletableFuture<Void>> ended;
    private final RoomWire wire;
    private final Executor slow;
    private final Owner owner;
    private @Nullable S open;
    private @Nullable CompletableFuture<Result<Void>> pending;
    /// So that one still being opened is dropped when it arrives after a `close`.
    private long closings;

    Opening(
            Device device,
            @Nullable Supplier<? extends S> supplier,
            Function<S, CompletableFuture<Void>> ended,
            RoomWire wire,
            Executor slow,
            Owner owner) {
        this.device = device;
        this.supplier = supplier;
        this.ended = ended;
        this.wire = wire;
        this.slow = slow;
        this.owner = owner;
    }

    @Nullable
    S source() {
        return open;
    }

    boolean isThere() {
        return supplier != null;
    }

    /// Opens it unless it is open, or is being opened.
    CompletableFuture<Result<Void>> open() {
        if (open != null) {
            return CompletableFuture.completedFuture(Result.done());
        }
        if (pending != null) {
            return pending;
        }
        return supplier == null ? CompletableFuture.completedFuture(device.absent()) : begin(supplier);
    }

    /// Another source from now on, at once where one is open. What cannot be had leaves the old one on.
    CompletableFuture<Result<Void>> instead(Supplier<? extends S> other) {
        Supplier<? extends S> former = supplier;
        supplier = other;
        if (pending != null) {
            return pending.thenCompose(opened -> swap(other, former));
        }
        return swap(other, former);
    }

    private CompletableFuture<Result<Void>> swap(Supplier<? extends S> other, @Nullable Supplier<? extends S> former) {
        if (open == null) {
            return CompletableFuture.completedFuture(Result.done());
        }
        CompletableFuture<Result<Void>> answer = new CompletableFuture<>();
        long before = closings;
        afterwards(CompletableFuture.supplyAsync(other::get, slow), (source, fault) -> {
            if (source == null && Objects.equals(supplier, other)) {
                supplier = former;
            }
            answer.complete(swapped(source, fault, before));
        });
        return answer;
    }

    private Result<Void> swapped(@Nullable S source, @Nullable Throwable fault, long before) {
        if (source == null) {
            return device.refusal(cause(fault));
        }
        S old = open;
        if (closings != before || old == null) {
            discard(source);
        } else {
            keep(source);
            discard(old);
        }
        return Result.done();
    }

    private CompletableFuture<Result<Void>> begin(Supplier<? extends S> from) {
        CompletableFuture<Result<Void>> answer = new CompletableFuture<>();
        pending = answer;
        long before = closings;
        afterwards(
                CompletableFuture.supplyAsync(from::get, slow),
                (source, fault) -> answer.complete(arrived(source, fault, before)));
        return answer;
    }

    /// Goes on, on the session's thread, however it ended.
    private <T> void afterwards(CompletableFuture<T> future, BiConsumer<@Nullable T, @Nullable Throwable> code) {
        Landing.letBe(future.handle((value, fault) -> {
            wire.run(() -> code.accept(value, fault));
            return true;
        }));
    }

    private Result<Void> arrived(@Nullable S source, @Nullable Throwable fault, long before) {
        boolean wanted = closings == before;
        if (wanted) {
            pending = null;
        }
        if (source == null) {
            return device.refusal(cause(fault));
        }
        if (wanted) {
            keep(source);
        } else {
            discard(source);
        }
        return Result.done();
    }

    private void keep(S source) {
        open = source;
        afterwards(ended.apply(source), (end, fault) -> stopped(source, fault));
        owner.changed();
    }

    private void stopped(S source, @Nullable Throwable fault) {
        if (!source.equals(open)) {
            return;
        }
        close();
        if (fault != null) {
            owner.lost(device.loss(cause(fault)));
        }
    }

    void close() {
        closings++;
        pending = null;
        S last = open;
        if (last != null) {
            open = null;
            discard(last);
            owner.changed();
        }
    }

    private void discard(S source) {
        slow.execute(() -> closeQuietly(source, fault -> wire.run(() -> owner.lost(device.loss(fault)))));
    }

    private static void closeQuietly(AutoCloseable source, Consumer<Exception> failed) {
        try {
            source.close();
        } catch (Exception fault) {
            failed.accept(fault);
        }
    }

    private static Throwable cause(@Nullable Throwable fault) {
        if (fault == null) {
            return new IllegalStateException("its supplier gave null.");
        }
        Throwable cause = fault.getCause();
        return fault instanceof CompletionException && cause != null ? cause : fault;
    }
}
