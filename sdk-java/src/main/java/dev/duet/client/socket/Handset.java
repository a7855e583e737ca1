// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.session.Identity;
import dev.duet.frame.Device;
import dev.duet.id.AppId;
import dev.duet.id.DeviceId;
import dev.duet.id.UserId;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One device as the server sees it, in this process: its id, the app's executor, and its sessions, of which there is
/// one per server, app and user, shared by all who speak for that user here. A process may have thousands.
public final class Handset {
    private static final int LONGEST_NAME = 64;

    private final Executor app;
    private final Executor events;
    private final DeviceId id;
    private final Surroundings world;
    private final Map<Key, Entry> sessions = new LinkedHashMap<>(2);

    private record Key(URI server, AppId sdkAppId, UserId userId) {}

    /// What a session is asked for. `renewable`: the tickets may be asked for again when one has expired.
    public record Wish(
            URI server, AppId sdkAppId, UserId userId, Tickets tickets, boolean renewable, String deviceName) {}

    /// One who wishes; two may wish for the same.
    private static final class Holder {
        final Wish wish;

        Holder(Wish wish) {
            this.wish = wish;
        }
    }

    private static final class Entry {
        final LiveSession session;
        /// The latest last: it is asked for tickets.
        final List<Holder> holders = new ArrayList<>(1);
        CompletableFuture<Result<Void>> signedIn = CompletableFuture.completedFuture(Result.done());

        Entry(LiveSession session) {
            this.session = session;
        }
    }

    /// A device whose id is made anew each time: give one that lasts if the same installation should be known again.
    ///
    /// @param app runs the app's listeners, one after another, and completes the answers
    public Handset(Executor app) {
        this(app, UUID.randomUUID().toString());
    }

    /// @param deviceId stable per installation: 1 to 64 letters, digits, `_`, `.`, `:` or `-`
    /// @throws IllegalArgumentException when the id is none
    public Handset(Executor app, String deviceId) {
        this(app, deviceId, JdkSurroundings.shared());
    }

    /// With a network and a clock of its own, for tests.
    public Handset(Executor app, String deviceId, Surroundings world) {
        this.app = app;
        this.id = new DeviceId(deviceId);
        this.world = world;
        // An app that has shut its executor down wants to hear nothing any more.
        this.events = new InOrder(app, refused -> {});
    }

    public DeviceId id() {
        return id;
    }

    public Surroundings world() {
        return world;
    }

    /// Runs the app's listeners, one after another.
    public Executor events() {
        return events;
    }

    /// Has work done on the thread of the sessions, and the answer completed on the app's executor.
    public <T> CompletableFuture<Result<T>> answer(Supplier<CompletableFuture<Result<T>>> work) {
        CompletableFuture<Result<T>> answer = new CompletableFuture<>();
        world.run(() -> {
            var unused = begin(work)
                    .whenComplete((result, bug) -> complete(
                            answer,
                            bug == null && result != null
                                    ? result
                                    : Result.refused(Code.FAILED, "The SDK failed: " + bug)));
        });
        return answer;
    }

    private static <T> CompletableFuture<Result<T>> begin(Supplier<CompletableFuture<Result<T>>> work) {
        try {
            return work.get();
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private <T> void complete(CompletableFuture<Result<T>> answer, Result<T> result) {
        try {
            app.execute(() -> answer.complete(result));
        } catch (RuntimeException shutDown) {
            answer.complete(result);
        }
    }

    /// The session of a user on this device: the one that is there already, or else a new one that signs in. What used
    /// to be signed in and is not any more signs in again. On the thread of the sessions.
    public Hold acquire(Wish wish) {
        Key key = new Key(wish.server(), wish.sdkAppId(), wish.userId());
        Entry entry = sessions.computeIfAbsent(key, absent -> new Entry(open(wish)));
        Holder holder = new Holder(wish);
        entry.holders.add(holder);
        askTickets(entry);
        if (!entry.session.isSignedIn()) {
            entry.signedIn = entry.session.signIn();
        }
        return new Hold(entry.session, entry.signedIn, () -> release(key, entry, holder));
    }

    /// The server on which a user has a session here, the oldest when there are several. On the thread of the sessions.
    public Optional<URI> serverOf(AppId sdkAppId, UserId userId) {
        return sessions.keySet().stream()
                .filter(each ->
                        each.sdkAppId().equals(sdkAppId) && each.userId().equals(userId))
                .map(Key::server)
                .findFirst();
    }

    private LiveSession open(Wish wish) {
        Device device = new Device(id, world.platform(), label(wish.deviceName()));
        return new LiveSession(
                new Identity(wish.sdkAppId(), wish.userId(), device), wish.server(), wish.tickets(), world, app);
    }

    /// What a device may call itself on the wire: as many whole characters as fit.
    private static String label(String name) {
        int end = Math.min(name.length(), LONGEST_NAME);
        boolean splits = end > 0 && end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
        return name.substring(0, splits ? end - 1 : end);
    }

    /// The latest who can give more than one ticket, or else the latest.
    private static void askTickets(Entry entry) {
        Wish asked = entry.holders.get(entry.holders.size() - 1).wish;
        for (int i = entry.holders.size() - 1; i >= 0; i--) {
            if (entry.holders.get(i).wish.renewable()) {
                asked = entry.holders.get(i).wish;
                break;
            }
        }
        entry.session.askTicketsOf(asked.tickets(), asked.renewable());
    }

    private CompletableFuture<@Nullable Void> release(Key key, Entry entry, Holder holder) {
        if (!entry.holders.remove(holder)) {
            return CompletableFuture.completedFuture(null);
        }
        if (!entry.holders.isEmpty()) {
            askTickets(entry);
            return CompletableFuture.completedFuture(null);
        }
        if (Objects.equals(sessions.get(key), entry)) {
            sessions.remove(key);
        }
        return entry.session.signOut();
    }
}
