// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.switchboard.AppPolicy;
import dev.duet.call.switchboard.Command;
import dev.duet.call.switchboard.Switchboard;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.server.watch.Gauges;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// The switchboards of all apps, each in its mailbox. Callers come from any thread.
public final class Exchange implements AutoCloseable {
    private final AppPolicy policy;
    private final int queue;
    private final Outside outside;
    private final RandomGenerator random;
    private final Gauges gauges;
    private volatile Map<AppId, Shard> shards = Map.of();

    /// `queue` says how many requests may wait for each switchboard.
    public Exchange(AppPolicy policy, int queue, Outside outside, RandomGenerator random, Gauges gauges) {
        this.policy = policy;
        this.queue = queue;
        this.outside = outside;
        this.random = random;
        this.gauges = gauges;
        gauges.gauge("duet.mailbox.depth", "Commands that wait for a decision", this::depth);
    }

    /// Begins to serve these apps; before, everything is refused.
    public void open(Collection<AppId> apps, RoomMedia media) {
        shards = apps.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        app -> new Shard(app, new Switchboard(policy, random), queue, outside, media, gauges)));
        shards.values().forEach(Shard::open);
    }

    /// Whether the login was taken; if not, too many requests wait already. `line` gets the answer.
    public boolean logIn(AppId app, Command.LogIn command, DeviceLine line) {
        return shard(app).map(shard -> shard.logIn(command, line)).orElse(false);
    }

    /// Whether the request was taken; if not, too many wait already.
    public boolean ask(AppId app, Command.Ask command) {
        return shard(app).map(shard -> shard.ask(command)).orElse(false);
    }

    /// The line of a login is gone.
    public void lost(AppId app, LoginId login) {
        shard(app).ifPresent(shard -> shard.lost(login));
    }

    /// Something happened; it is never refused.
    public void post(AppId app, Command command) {
        shard(app).ifPresent(shard -> shard.post(command));
    }

    /// Looks at the clock again, after somebody moved it.
    public void nudge() {
        shards.values().forEach(shard -> shard.mailbox().nudge());
    }

    /// Empty while all mailboxes work.
    public Optional<String> trouble() {
        return shards.values().stream().allMatch(shard -> shard.mailbox().isAlive())
                ? Optional.empty()
                : Optional.of("A mailbox thread has ended; restart the server and report this.");
    }

    private int depth() {
        return shards.values().stream()
                .mapToInt(shard -> shard.mailbox().depth())
                .sum();
    }

    private Optional<Shard> shard(AppId app) {
        return Optional.ofNullable(shards.get(app));
    }

    @Override
    public void close() {
        shards.values().forEach(Shard::close);
    }
}
