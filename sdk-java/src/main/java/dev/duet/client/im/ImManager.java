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
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Result.Nothing;
import dev.duet.id.AppId;
import dev.duet.id.UserId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Login, presence and signaling with the guide's names. Every method may be called from any thread and never blocks;
/// answers and listeners arrive on the app's executor.
public final class ImManager {
    public static final int LOGINED = 1;
    public static final int LOGINING = 2;
    public static final int LOGOUT = 3;

    private static final long MOST_APPS = 0xFFFF_FFFFL;
    private static final int MOST_LOG_LEVEL = 100;

    private final Handset handset;
    private final SignalingManager signaling;
    private final Audience<SdkListener> audience;
    /// From here on all belongs to the thread of the sessions.
    private @Nullable InitParams init;

    private @Nullable Hold held;
    private @Nullable Subscriptions subscriptions;
    private @Nullable Doing busy;
    private final List<Runnable> offs = new ArrayList<>(2);

    /// A login or logout that is under way.
    private record Doing(boolean login, Object mark) {}

    /// On a device of its own.
    ///
    /// @param app runs the listeners, one after another, and completes the answers
    public ImManager(Executor app) {
        this(new Handset(app));
    }

    public ImManager(Handset handset) {
        this.handset = handset;
        this.signaling = new SignalingManager(handset);
        this.audience = new Audience<>(handset.events());
    }

    /// The device this speaks for; a room on it shares the login.
    public Handset handset() {
        return handset;
    }

    public SignalingManager getSignalingManager() {
        return signaling;
    }

    public CompletableFuture<Result<Boolean>> initSDK(long sdkAppID, String server, @Nullable SdkListener listener) {
        InitParams params = new InitParams(sdkAppID, server);
        return initSDK(listener == null ? params : params.withListener(listener));
    }

    /// Afterwards one may log in at once. Again it replaces what it was given, but not the app (6017).
    public CompletableFuture<Result<Boolean>> initSDK(InitParams params) {
        return handset.answer(() -> Answers.now(initialized(params)));
    }

    private Result<Boolean> initialized(InitParams params) {
        Optional<Result<Void>> wrong = check(params).refusal();
        if (wrong.isPresent()) {
            return wrong.get().bare();
        }
        if (init != null && init.sdkAppID() != params.sdkAppID()) {
            return Result.refused(Code.INVALID_PARAMETERS, "Call unInitSDK before you use another sdkAppID.");
        }
        init = params;
        if (params.listener() != null) {
            audience.add(params.listener());
        }
        if (held == null) {
            signaling.attach(null, Answers.NOT_LOGGED_IN);
        }
        return Result.done(true);
    }

    private static Check check(@Nullable InitParams params) {
        Check check = new Check().that(params != null, "params", "what the SDK is to use");
        if (params == null) {
            return check;
        }
        return check.number("sdkAppID", params.sdkAppID(), 1, MOST_APPS)
                .number("loglevel", params.loglevel(), 0, MOST_LOG_LEVEL)
                .that(
                        params.server() != null
                                && Address.ofServer(params.server()).isPresent(),
                        "server",
                        "an origin, as https://calls.example.org")
                .text("deviceName", params.deviceName());
    }

    /// Logs out; a login under way answers 7009. Listeners are forgotten.
    public CompletableFuture<Result<Void>> unInitSDK() {
        return initialized(() -> logOut().thenApply(any -> {
            init = null;
            audience.remove(null);
            signaling.removeSignalingListener(null);
            signaling.attach(null, Answers.NOT_INITIALIZED);
            return Result.done();
        }));
    }

    public Result<Void> addIMSDKListener(SdkListener listener) {
        return audience.add(listener);
    }

    /// Takes a listener off.
    ///
    /// @param listener null takes every listener off, the one of `initSDK` too
    public Result<Void> removeIMSDKListener(@Nullable SdkListener listener) {
        return audience.remove(listener);
    }

    /// Whoever is logged in as somebody else is logged out first. An expired ticket surfaces as 6206 or 70001 unless
    /// there is a `userSigProvider`: get a new one and call again. For any other code do not.
    public CompletableFuture<Result<Void>> login(String userID, String userSig) {
        return initialized(params -> {
            Optional<Result<Void>> wrong =
                    new Check().text("userID", userID).text("userSig", userSig).refusal();
            if (wrong.isPresent()) {
                return Answers.now(wrong.get());
            }
            return UserId.of(userID)
                    .map(user -> logInUnlessBusy(params, user, userSig))
                    .orElseGet(() -> Answers.now(
                            Result.refused(Code.INVALID_USER_ID, "userID must be 1 to 32 letters, digits, _ or -.")));
        });
    }

    private CompletableFuture<Result<Void>> logInUnlessBusy(InitParams params, UserId user, String userSig) {
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
        return during(true, going -> logIn(params, user, userSig, going));
    }

    /// A login under way answers 7009.
    public CompletableFuture<Result<Void>> logout() {
        return initialized(this::logOut);
    }

    private CompletableFuture<Result<Void>> logOut() {
        if (busy != null && !busy.login()) {
            return Answers.now(Result.refused(Code.IN_PROGRESS, "A logout is already under way."));
        }
        LiveSession session = session();
        boolean wasIn = busy != null || (session != null && session.isSignedIn());
        return during(false, going -> letGo().thenApply(any -> wasIn ? Result.done() : Answers.NOT_LOGGED_IN));
    }

    /// [#LOGINED], [#LOGINING] or [#LOGOUT].
    public CompletableFuture<Result<Integer>> getLoginStatus() {
        return initialized(() -> Answers.now(Result.done(loginStatus())));
    }

    private int loginStatus() {
        LiveSession session = session();
        boolean connecting = session != null && session.state() instanceof SessionState.Connecting;
        if ((busy != null && busy.login()) || connecting) {
            return LOGINING;
        }
        return session != null && session.isSignedIn() ? LOGINED : LOGOUT;
    }

    /// Empty when nobody is logged in.
    public CompletableFuture<Result<String>> getLoginUser() {
        return initialized(() -> {
            LiveSession session = session();
            String user =
                    session != null && session.isSignedIn() ? session.userId().text() : "";
            return Answers.now(Result.done(user));
        });
    }

    /// Unix seconds by the server's clock; this machine's own before the first login.
    public CompletableFuture<Result<Long>> getServerTime() {
        return initialized(() -> {
            LiveSession session = session();
            var now = session == null ? handset.world().now() : session.serverNow();
            return Answers.now(Result.done(now.getEpochSecond()));
        });
    }

    /// Of 1 to 500 users. Not for deciding whether a call has failed: a lost connection takes its time to be noticed.
    public CompletableFuture<Result<List<UserStatus>>> getUserStatus(List<String> userIDList) {
        return withUsers(userIDList, 1, 500, Subscriptions::ask);
    }

    /// To 1 to 100 users at once, and not to oneself; changes come as `onUserStatusChanged`.
    public CompletableFuture<Result<Void>> subscribeUserStatus(List<String> userIDList) {
        return withUsers(userIDList, 1, 100, Subscriptions::subscribe);
    }

    /// From up to 100 users at once; an empty list means all.
    public CompletableFuture<Result<Void>> unsubscribeUserStatus(List<String> userIDList) {
        return withUsers(userIDList, 0, 100, Subscriptions::unsubscribe);
    }

    /// The own custom status, at most 100 characters; it goes when one goes offline.
    public CompletableFuture<Result<Void>> setSelfStatus(String status) {
        return initialized(() -> {
            Optional<Result<Void>> wrong = new Check().text("status", status).refusal();
            return wrong.isPresent() ? Answers.now(wrong.get()) : ask(new ClientRequest.SetSelfStatus(status));
        });
    }

    /// How to wake this device when it is not connected. Call it after the login.
    ///
    /// @param vendor 1 to 32 characters
    /// @param token 1 to 4096 characters
    /// @param businessID up to 64 characters
    public CompletableFuture<Result<Void>> setPushToken(String vendor, String token, String businessID) {
        return initialized(() -> {
            Optional<Result<Void>> wrong = new Check()
                    .someText("vendor", vendor)
                    .someText("token", token)
                    .text("businessID", businessID)
                    .refusal();
            return wrong.isPresent()
                    ? Answers.now(wrong.get())
                    : ask(new ClientRequest.SetPushToken(vendor, token, businessID));
        });
    }

    /// The network is another one, came back or went: has the SDK look at once instead of when it would notice itself,
    /// and the rooms of this login look for a new way.
    public void networkChanged() {
        handset.world().run(() -> {
            LiveSession session = session();
            if (session != null) {
                session.networkChanged();
            }
        });
    }

    private CompletableFuture<Result<Void>> ask(ClientRequest request) {
        LiveSession session = session();
        return session == null
                ? Answers.now(Answers.NOT_LOGGED_IN)
                : session.request(request, Nothing.class::cast)
                        .thenApply(answer -> Answers.forPeople(answer).bare());
    }

    private <T> CompletableFuture<Result<T>> withUsers(
            List<String> users,
            int from,
            int to,
            BiFunction<Subscriptions, List<UserId>, CompletableFuture<Result<T>>> ask) {
        return initialized(() -> {
            Check check = new Check().texts("userIDList", users, from, to);
            if (check.refusal().isPresent()) {
                return Answers.now(check.refusal().get().bare());
            }
            if (subscriptions == null) {
                return Answers.now(Answers.NOT_LOGGED_IN.bare());
            }
            List<UserId> legal = users.stream()
                    .distinct()
                    .flatMap(each -> UserId.of(each).stream())
                    .toList();
            if (legal.size() < users.stream().distinct().count()) {
                return Answers.now(
                        Result.refused(Code.INVALID_PARAMETERS, "userIDList must hold ids of " + UserId.RULE + '.'));
            }
            return ask.apply(subscriptions, legal).thenApply(Answers::forPeople);
        });
    }

    private <T> CompletableFuture<Result<T>> initialized(Supplier<CompletableFuture<Result<T>>> work) {
        return initialized(params -> work.get());
    }

    private <T> CompletableFuture<Result<T>> initialized(Initialized<T> work) {
        return handset.answer(() -> init == null ? Answers.now(Answers.NOT_INITIALIZED.bare()) : work.with(init));
    }

    private interface Initialized<T> {
        CompletableFuture<Result<T>> with(InitParams params);
    }

    private @Nullable LiveSession session() {
        return held == null ? null : held.session();
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

    private CompletableFuture<Result<Void>> logIn(
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
