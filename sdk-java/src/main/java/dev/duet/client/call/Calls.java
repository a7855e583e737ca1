// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Result;
import dev.duet.client.call.state.Meanwhile;
import dev.duet.client.stay.Landing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The calls of one client that have not ended: one in progress at most, one on hold, and one that waits.
final class Calls {

    /// What an app sees of them.
    ///
    /// @param all the oldest first
    record Lineup(
            List<Call> all,
            @Nullable Call active,
            @Nullable Call held,
            @Nullable Call waiting) {
        static final Lineup EMPTY = new Lineup(List.of(), null, null, null);
    }

    private final Consumer<List<Call>> tell;
    private List<LiveCall> all = List.of();
    private volatile Lineup lineup = Lineup.EMPTY;

    /// @param tell is called whenever a call comes, goes, or changes places with another
    Calls(Consumer<List<Call>> tell) {
        this.tell = tell;
    }

    /// For any thread.
    Lineup lineup() {
        return lineup;
    }

    List<LiveCall> list() {
        return all;
    }

    /// The one that is rung for or talked in.
    Optional<LiveCall> active() {
        List<LiveCall> open = all.stream().filter(call -> !call.isHeldHere()).toList();
        return open.stream()
                .filter(call -> !call.ringsHere())
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    Optional<LiveCall> held() {
        return all.stream().filter(LiveCall::isHeldHere).findFirst();
    }

    /// The one that rings while another is in progress.
    Optional<LiveCall> waiting() {
        Optional<LiveCall> active = active();
        return all.stream()
                .filter(LiveCall::ringsHere)
                .filter(call -> active.filter(call::equals).isEmpty())
                .findFirst();
    }

    void add(LiveCall call) {
        all = Stream.concat(all.stream(), Stream.of(call)).toList();
        changed();
    }

    void ended(LiveCall call) {
        all = all.stream().filter(each -> !each.equals(call)).toList();
        changed();
    }

    void changed() {
        arrange();
        tell.accept(lineup.all());
    }

    /// As `changed`, when the app is told of it by the call itself.
    void arrange() {
        lineup = new Lineup(
                all.stream().map(LiveCall::handle).toList(),
                active().map(LiveCall::handle).orElse(null),
                held().map(LiveCall::handle).orElse(null),
                waiting().map(LiveCall::handle).orElse(null));
    }

    /// The call in progress, if it is another than this one.
    Optional<LiveCall> besides(LiveCall call) {
        return active().filter(active -> !active.equals(call));
    }

    /// Makes room for a call that is about to be answered.
    CompletableFuture<Result<Void>> clear(LiveCall next, Meanwhile meanwhile) {
        CompletableFuture<Result<Void>> done = CompletableFuture.completedFuture(Result.done());
        Optional<LiveCall> current = besides(next);
        if (current.isEmpty()) {
            return done;
        }
        return switch (meanwhile) {
            case HOLD -> current.get().hold();
            case END -> {
                // The server takes what it is told in order: nothing has to be waited for.
                Landing.letBe(current.get().hangUp());
                yield done;
            }
        };
    }
}
