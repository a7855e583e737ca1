// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import dev.duet.client.media.Devices;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.Loop;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where one source is plugged in: a device that is opened and closed here, or one that the app gave, which stays the
/// app's.
final class Slot<S extends AutoCloseable> {
    private final Devices.Kind kind;
    private final Loop loop;
    private final Executor slow;
    private final Function<S, CompletableFuture<Void>> ended;
    private final Runnable changed;
    private final Consumer<DeviceFault> lost;
    private Supplier<S> opener;
    private @Nullable S given;
    private @Nullable S current;
    private boolean isOwned;
    /// What another is about to take the place of: its end is nobody's loss.
    private @Nullable S replaced;
    private @Nullable CompletableFuture<Optional<DeviceFault>> pending;
    /// Counted up by `close`, so that a device still being opened is dropped when it arrives.
    private int closings;

    /// How a source is had, and whether it is to be closed here.
    record Origin<S>(Supplier<S> open, boolean isOwned) {}

    /// What became of an attempt: a source, a fault, or, where the former source is back, both.
    private record Attempt<S>(@Nullable S source, boolean isOwned, Optional<DeviceFault> fault) {}

    /// @param ended how one learns that a source has ended
    /// @param lost is told when the source ended by itself
    Slot(
            Devices.Kind kind,
            Loop loop,
            Executor slow,
            Supplier<S> opener,
            Function<S, CompletableFuture<Void>> ended,
            Runnable changed,
            Consumer<DeviceFault> lost) {
        this.kind = kind;
        this.loop = loop;
        this.slow = new InTurn(slow);
        this.opener = opener;
        this.ended = ended;
        this.changed = changed;
        this.lost = lost;
    }

    @Nullable
    S source() {
        return current;
    }

    /// What is opened from now on.
    void from(Supplier<S> wanted) {
        opener = wanted;
    }

    /// The app's own source instead of a device, at once where one is open; null goes back to the device.
    CompletableFuture<Optional<DeviceFault>> use(@Nullable S source) {
        Origin<S> former = origin();
        given = source;
        return reopen(former);
    }

    /// How the source is had that is opened now.
    Origin<S> origin() {
        S kept = given;
        return kept == null ? new Origin<>(opener, true) : new Origin<>(() -> kept, false);
    }

    CompletableFuture<Optional<DeviceFault>> open() {
        if (current != null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (pending == null) {
            Origin<S> wanted = origin();
            pending = attempt(() -> first(wanted));
        }
        return pending;
    }

    /// Opens what is wished for now in place of what is open. What cannot be had leaves the old one on.
    ///
    /// @param former how the old one was had
    CompletableFuture<Optional<DeviceFault>> reopen(Origin<S> former) {
        S old = current;
        if (old == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Origin<S> wanted = origin();
        boolean owned = isOwned;
        replaced = old;
        return attempt(() -> instead(wanted, former, old, owned));
    }

    private CompletableFuture<Optional<DeviceFault>> attempt(Supplier<Attempt<S>> how) {
        int before = closings;
        CompletableFuture<Optional<DeviceFault>> answer = new CompletableFuture<>();
        slow.execute(() -> {
            Attempt<S> made = how.get();
            loop.run(() -> answer.complete(keep(made, before)));
        });
        return answer;
    }

    private Attempt<S> first(Origin<S> wanted) {
        try {
            return new Attempt<>(wanted.open().get(), wanted.isOwned(), Optional.empty());
        } catch (RuntimeException why) {
            return new Attempt<>(null, false, Optional.of(DeviceFault.of(kind, why)));
        }
    }

    /// A device may be given out once only: where it is taken, the old source is closed first.
    private Attempt<S> instead(Origin<S> wanted, Origin<S> former, S old, boolean owned) {
        Attempt<S> made = first(wanted);
        if (made.source() == null) {
            shut(old, owned);
            made = first(wanted);
        }
        if (made.source() != null) {
            return made;
        }
        Attempt<S> back = first(former);
        return new Attempt<>(back.source(), back.isOwned(), made.fault());
    }

    private Optional<DeviceFault> keep(Attempt<S> made, int before) {
        S fresh = made.source();
        replaced = null;
        if (closings != before) {
            shutLater(fresh, made.isOwned());
            return Optional.empty();
        }
        pending = null;
        S old = current;
        boolean wasOwned = isOwned;
        current = fresh;
        isOwned = made.isOwned();
        if (!Objects.equals(old, fresh)) {
            shutLater(old, wasOwned);
            changed.run();
        }
        if (fresh != null) {
            watch(fresh);
        }
        return made.fault();
    }

    private void watch(S source) {
        Landing.letBe(ended.apply(source).handle((done, why) -> {
            loop.run(() -> gone(source, why == null ? new IllegalStateException("it ended.") : why));
            return true;
        }));
    }

    private void gone(S source, Throwable why) {
        if (Objects.equals(current, source) && !Objects.equals(replaced, source)) {
            close();
            lost.accept(DeviceFault.of(kind, why));
        }
    }

    void close() {
        closings += 1;
        pending = null;
        S source = current;
        current = null;
        if (source != null) {
            shutLater(source, isOwned);
            changed.run();
        }
    }

    private void shutLater(@Nullable S source, boolean owned) {
        if (source != null && owned) {
            slow.execute(() -> shut(source, true));
        }
    }

    private static void shut(AutoCloseable source, boolean owned) {
        if (!owned) {
            return;
        }
        try {
            source.close();
        } catch (Exception stuck) {
            // It is let go of all the same.
        }
    }
}
