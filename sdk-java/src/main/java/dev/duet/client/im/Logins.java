// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.client.Audience;
import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.session.SessionState;
import dev.duet.client.socket.Address;
import dev.duet.client.socket.Handset;
import dev.duet.client.socket.Hold;
import dev.duet.client.socket.LiveSession;
import dev.duet.id.AppId;
import dev.duet.id.UserId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Who is logged in, one user at a time, and the logins and logouts under way. On the thread of the sessions.
final class Logins {
    private final Handset handset;
    private final Audience<SdkListener> audience;
    private final SignalingManager signaling;
    private @Nullable Hold held;
    private @Nullable Subscriptions subscriptions;
    private @Nullable Doing busy;
    private final List<Runnable> offs = new ArrayList<>(2);

    /// A login or logout that is under way.
    private record Doing(boolean login, Object mark) {}

    Logins(Handset handset, Audience<SdkListener> audience, SignalingManager signaling) {
        this.handset = handset;
        this.audience = audience;
        this.signaling = signaling;
    }

    boolean isHeld() {
        return held != null;
    }

    /// The statuses that the one who is logged in asks for; null when nobody is.
    @Nullable
    Subscriptions subscriptions() {
        return subscriptions;
    }

    @Nullable
    LiveSession session() {
        return held == null ? null : held.session();
    }

    /// Refused while a login or logout is under way; who is signed in as this user only has a newer ticket then.
    CompletableFuture<Result<Void>> logIn(InitParams params, UserId user, String userSig) {
        if (busy != null) {
            return Answers.now(
                    busy.login()
                            ? Result.refused(Code.LOGIN_IN_PROGRESS, "A login is already under way.")
                            : Result.refused(Code.LOGOUT_IN_PROGRESS, "A logout is under way: wait for it."));
        }
        LiveSession session = session();
        if (session != null && session.isSignedIn() && session.userId().equals(user)) {
            session.keepTicket(userSig);
            return Answers.now(Result.done());
        }
        return during(true, going -> begin(params, user, userSig, going));
    }

    /// What was under way answers 7009.
    CompletableFuture<Result<Void>> logOut() {
        if (busy != null && !busy.login()) {
            return Answers.now(Result.refused(Code.IN_PROGRESS, "A logout is already under way."));
        }
        LiveSession session = session();
        boolean wasIn = busy != null || (session != null && session.isSignedIn());
        return during(false, going -> letGo().thenApply(any -> wasIn ? Result.done() : Answers.NOT_LOGGED_IN));
    }

    /// As [ImManager#getLoginStatus].
    int status() {
        LiveSession session = session();
        boolean connecting = session != null && session.state() instanceof SessionState.Connecting;
        if ((busy != null && busy.login()) || connecting) {
            return ImManager.LOGINING;
        }
        return session != null && session.isSignedIn() ? ImManager.LOGINED : ImManager.LOGOUT;
    }

    private interface Work {
        CompletableFuture<Result<Void>> begin(BooleanSupplier going);
    }

    private CompletableFuture<Result<Void>> during(boolean login, Work work) {
        Doing mine = new Doing(login, new Object());
        busy = mine;
        return work.begin(() -> mine.equals(busy)).whenComplete((result, bug) -> {
            if (mine.equals(busy)) {
                busy = null;
            }
        });
    }

    private CompletableFuture<Result<Void>> begin(
            InitParams params, UserId user, String userSig, BooleanSupplier going) {
        LiveSession session = session();
        boolean another = session != null && !session.userId().equals(user);
        CompletableFuture<@Nullable Void> before = another ? letGo() : CompletableFuture.completedFuture(null);
        return before.thenCompose(gone -> going.getAsBoolean()
                ? signIn(params, user, userSig)
                : Answers.now(Result.refused(Code.LOGIN_INTERRUPTED, "The login was called off.")));
    }

    private CompletableFuture<Result<Void>> signIn(InitParams params, UserId user, String userSig) {
        // Taken before the last hold goes, so that a session whose ticket expired goes on from what it knows.
        Hold last = held;
        detach();
        URI server = Address.ofServer(params.server()).orElseThrow();
        Hold now = handset.acquire(new Handset.Wish(
                server,
                new AppId(params.sdkAppID()),
                user,
                new GivenFirst(userSig, user.text(), params.userSigProvider()),
                params.userSigProvider() != null,
                params.deviceName()));
        boolean wasOnline = now.session().isOnline();
        adopt(now, params);
        if (last != null) {
            var unused = last.release();
        }
        return now.signedIn().thenApply(Answers::forPeople).thenCompose(answer -> {
            if (!now.equals(held)) {
                return Answers.now(answer);
            }
            if (!answer.isOk()) {
                return letGo().thenApply(gone -> answer);
            }
            if (wasOnline) {
                signaling.ringAgain(now.session());
            }
            return Answers.now(answer);
        });
    }

    private CompletableFuture<@Nullable Void> letGo() {
        Hold last = held;
        detach();
        held = null;
        signaling.attach(null, Answers.NOT_LOGGED_IN);
        return last == null ? CompletableFuture.completedFuture(null) : last.release();
    }

    private void drop() {
        var unused = letGo();
    }

    private void adopt(Hold now, InitParams params) {
        held = now;
        LiveSession session = now.session();
        signaling.attach(session, Answers.NOT_LOGGED_IN);
        Subscriptions statuses =
                new Subscriptions(session, all -> audience.tell(listener -> listener.onUserStatusChanged(all)));
        subscriptions = statuses;
        Telling telling = new Telling(
                audience, signaling.audience(), this::drop, (level, content) -> log(params, level, content));
        offs.add(session.listen(statuses));
        offs.add(session.listen(telling));
        if (session.isOnline()) {
            telling.online();
        } else if (session.isSignedIn()) {
            telling.connecting();
        }
    }

    private void log(InitParams params, int level, String content) {
        InitParams.LogListener log = params.onLog();
        if (log != null && level >= params.loglevel()) {
            handset.events().execute(() -> log.onLog(level, content));
        }
    }

    private void detach() {
        offs.forEach(Runnable::run);
        offs.clear();
        subscriptions = null;
    }
}
