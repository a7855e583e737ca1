// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Code;
import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.call.state.Connection;
import dev.duet.client.session.SessionState;
import dev.duet.client.socket.Handset;
import dev.duet.client.socket.Hold;
import dev.duet.client.socket.LiveSession;
import dev.duet.client.stay.Landing;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.IceServer;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Result.Invitation;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The session of one user on a handset, from one login to the next: the same to whoever listens, whichever session of
/// the handset is behind it.
final class HandsetSession implements CallSession, RoomWire {
    private static final Result<Void> NOT_SIGNED_IN = Result.refused(Code.NOT_LOGGED_IN, "You are not signed in.");

    private final Handset handset;
    private final Account account;
    private final List<RoomWire.Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<CallSession.Watcher> watchers = new CopyOnWriteArrayList<>();
    private volatile Connection connection = Connection.OFFLINE;
    private volatile @Nullable Hold hold;
    private Runnable stopListening = () -> {};

    HandsetSession(Handset handset, Account account) {
        this.handset = handset;
        this.account = account;
    }

    @Override
    public RoomWire wire() {
        return this;
    }

    @Override
    public DeviceId device() {
        return handset.id();
    }

    @Override
    public Executor events() {
        return handset.events();
    }

    @Override
    public <T> CompletableFuture<Result<T>> answer(Supplier<CompletableFuture<Result<T>>> work) {
        return handset.answer(work);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void watch(CallSession.Watcher watcher) {
        watchers.add(watcher);
    }

    // Coming and going

    /// Once more while signed in, it tells how that fares.
    @Override
    public CompletableFuture<Result<Void>> signIn() {
        Hold current = hold;
        return current == null ? begin() : current.signedIn();
    }

    private CompletableFuture<Result<Void>> begin() {
        Hold now = handset.acquire(new Handset.Wish(
                account.server(), account.sdkAppId(), account.userId(), account.tickets(), true, account.deviceName()));
        hold = now;
        LiveSession session = now.session();
        stopListening = session.listen(new Relay(session));
        if (session.isOnline()) {
            move(Connection.ONLINE);
            ringAgain(session);
        } else {
            underway(session);
        }
        return now.signedIn();
    }

    @Override
    public CompletableFuture<Result<Void>> signOut() {
        return hold == null
                ? CompletableFuture.completedFuture(NOT_SIGNED_IN)
                : letGo(Connection.OFFLINE, watcher -> watcher.signedOut(Result.done()))
                        .thenApply(gone -> Result.done());
    }

    private CompletableFuture<@Nullable Void> letGo(Connection now, Consumer<CallSession.Watcher> why) {
        Hold last = hold;
        hold = null;
        stopListening.run();
        move(now);
        watchers.forEach(why);
        listeners.forEach(RoomWire.Listener::over);
        return last == null ? CompletableFuture.completedFuture(null) : last.release();
    }

    private void move(Connection now) {
        if (connection != now) {
            connection = now;
            watchers.forEach(watcher -> watcher.moved(now));
        }
    }

    private void underway(LiveSession session) {
        move(session.state() instanceof SessionState.Resuming ? Connection.RECONNECTING : Connection.CONNECTING);
    }

    private void ended(SessionState state) {
        switch (state) {
            case SessionState.Kicked kicked ->
                Landing.letBe(letGo(Connection.KICKED, watcher -> watcher.kicked(kicked.reason())));
            case SessionState.SignedOut out ->
                Landing.letBe(letGo(Connection.OFFLINE, watcher -> watcher.signedOut(out.why())));
            // It is told only of an end.
            case SessionState.Active active -> {}
        }
    }

    /// What rang in a session before this login joined it has been told to somebody else.
    private void ringAgain(LiveSession joined) {
        for (InviteId id : joined.ringing()) {
            Landing.then(joined.request(new ClientRequest.GetInvitation(id), Invitation.class::cast), answer -> {
                Invitation found = answer.data();
                if (found != null && ringsHere(found.invitation())) {
                    tell(new Notice.Told(new ServerEvent.NewInvitation(found.invitation())));
                }
            });
        }
    }

    private boolean ringsHere(InvitationInfo invitation) {
        return hold != null
                && invitation.end() == null
                && invitation.inviteeList().contains(account.userId());
    }

    private void tell(Notice notice) {
        listeners.forEach(listener -> listener.notice(notice));
    }

    // The way to the server

    private @Nullable LiveSession session() {
        Hold now = hold;
        return now == null ? null : now.session();
    }

    @Override
    public UserId userId() {
        return account.userId();
    }

    @Override
    public <T> CompletableFuture<Result<T>> request(ClientRequest request, Function<dev.duet.frame.Result, T> taken) {
        LiveSession session = session();
        return session == null
                ? CompletableFuture.completedFuture(NOT_SIGNED_IN.bare())
                : session.request(request, taken);
    }

    @Override
    public Runnable listen(RoomWire.Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public boolean isOnline() {
        LiveSession session = session();
        return session != null && session.isOnline();
    }

    @Override
    public List<IceServer> iceServers() {
        LiveSession session = session();
        return session == null ? List.of() : session.iceServers();
    }

    @Override
    public Instant now() {
        return handset.world().now();
    }

    @Override
    public Instant serverNow() {
        LiveSession session = session();
        return session == null ? now() : session.serverNow();
    }

    @Override
    public Runnable wake(Instant at, Runnable code) {
        return handset.world().wake(at, code);
    }

    @Override
    public void run(Runnable code) {
        handset.world().run(code);
    }

    @Override
    public void probe() {
        LiveSession session = session();
        if (session != null) {
            session.probe();
        }
    }

    @Override
    public void networkChanged() {
        LiveSession session = session();
        if (session != null) {
            session.networkChanged();
        }
    }

    /// What the session behind it tells.
    private final class Relay implements LiveSession.Watcher {
        private final LiveSession session;

        Relay(LiveSession session) {
            this.session = session;
        }

        @Override
        public void notice(Notice notice) {
            tell(notice);
        }

        @Override
        public void connecting() {
            underway(session);
        }

        @Override
        public void online() {
            move(Connection.ONLINE);
            listeners.forEach(RoomWire.Listener::online);
        }

        @Override
        public void networkChanged() {
            listeners.forEach(RoomWire.Listener::networkChanged);
        }

        @Override
        public void over() {
            ended(session.state());
        }
    }
}
