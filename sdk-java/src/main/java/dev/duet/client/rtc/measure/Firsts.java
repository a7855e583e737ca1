// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.measure;

import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.ConnectionStats.Received;
import dev.duet.client.media.ConnectionStats.Sent;
import dev.duet.client.media.MediaKind;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks for first frames as long as one is waited for.
public final class Firsts {
    /// Often enough that nobody waits for it, seldom enough that it costs nothing.
    private static final Duration LOOK = Duration.ofMillis(200);
    /// What has not begun within this does not begin soon: the next reason to look will come.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// A first frame that is sent, or the voice of the other side.
    public enum First {
        SENT_AUDIO(MediaKind.AUDIO),
        SENT_CAMERA(MediaKind.CAMERA),
        SENT_SCREEN(MediaKind.SCREEN),
        HEARD_AUDIO(MediaKind.AUDIO);

        private final MediaKind kind;

        First(MediaKind kind) {
            this.kind = kind;
        }

        private long count(ConnectionStats stats) {
            return this == HEARD_AUDIO
                    ? stats.received(kind).map(Received::packets).orElse(0L)
                    : stats.sent(kind).map(Sent::packets).orElse(0L);
        }
    }

    /// What has been counted when the waiting began; negative until then.
    private record Wait(Instant until, long base) {}

    private final Desk desk;
    private final Consumer<First> tell;
    private final Map<First, Wait> awaited = new EnumMap<>(First.class);
    private Runnable cancel = () -> {};
    private boolean looking;

    public Firsts(Desk desk, Consumer<First> tell) {
        this.desk = desk;
        this.tell = tell;
    }

    /// From now on the next frame of this is the first.
    public void await(First first) {
        awaited.put(first, new Wait(desk.sessions().now().plus(LONGEST), -1));
        if (!looking) {
            looking = true;
            look();
        }
    }

    public void forget(First first) {
        awaited.remove(first);
    }

    public void stop() {
        awaited.clear();
        cancel.run();
        looking = false;
    }

    private void look() {
        Optional<Link> link = desk.link();
        if (link.isEmpty()) {
            next();
            return;
        }
        Landing.then(link.get().stats(), result -> {
            ConnectionStats stats = result.data();
            if (stats != null) {
                Map.copyOf(awaited).forEach((first, wait) -> judge(first, wait, stats));
            }
            next();
        });
    }

    private void judge(First first, Wait wait, ConnectionStats stats) {
        long count = first.count(stats);
        // The count begins anew with a new connection.
        long base = wait.base() < 0 ? count : Math.min(wait.base(), count);
        if (count > base) {
            awaited.remove(first);
            tell.accept(first);
        } else {
            awaited.put(first, new Wait(wait.until(), base));
        }
    }

    private void next() {
        Instant now = desk.sessions().now();
        awaited.values().removeIf(wait -> !now.isBefore(wait.until()));
        looking = looking && !awaited.isEmpty();
        if (looking) {
            cancel.run();
            cancel = desk.wakeIn(LOOK, this::look);
        }
    }
}
