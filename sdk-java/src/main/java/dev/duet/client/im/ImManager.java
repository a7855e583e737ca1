// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.client.Audience;
import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.socket.Address;
import dev.duet.client.socket.Handset;
import dev.duet.client.socket.LiveSession;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Result.Nothing;
import dev.duet.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
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
    private final Logins logins;
    /// From here on all belongs to the thread of the sessions.
    private @Nullable InitParams init;

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
        this.logins = new Logins(handset, audience, signaling);
    }

    /// The device this speaks for; a room on it shares the login.
    public Handset handset() {
        return handset;
    }

    /// The same for as long as this lives.
    public SignalingManager getSignalingManager() {
        return signaling;
    }

    /// As [#initSDK(InitParams)].
    ///
    /// @param sdkAppID 1 to 4294967295
    /// @param server an origin, as `https://calls.example.org`
    /// @param listener null adds none
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
        if (!logins.isHeld()) {
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
        return initialized(() -> logins.logOut().thenApply(any -> {
            init = null;
            audience.remove(null);
            signaling.removeSignalingListener(null);
            signaling.attach(null, Answers.NOT_INITIALIZED);
            return Result.done();
        }));
    }

    /// Listeners are called in the order they were added; the same one twice counts once.
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
    ///
    /// 7501, 7502: a login or a logout is under way. 7003: the id is none. 6013: `initSDK` comes first.
    public CompletableFuture<Result<Void>> login(String userID, String userSig) {
        return initialized(params -> {
            Optional<Result<Void>> wrong =
                    new Check().text("userID", userID).text("userSig", userSig).refusal();
            if (wrong.isPresent()) {
                return Answers.now(wrong.get());
            }
            return UserId.of(userID)
                    .map(user -> logins.logIn(params, user, userSig))
                    .orElseGet(() -> Answers.now(
                            Result.refused(Code.INVALID_USER_ID, "userID must be 1 to 32 letters, digits, _ or -.")));
        });
    }

    /// A login under way answers 7009. 6014: nobody was logged in; 6015: a logout is under way.
    public CompletableFuture<Result<Void>> logout() {
        return initialized(logins::logOut);
    }

    /// [#LOGINED], [#LOGINING] or [#LOGOUT].
    public CompletableFuture<Result<Integer>> getLoginStatus() {
        return initialized(() -> Answers.now(Result.done(logins.status())));
    }

    /// Empty when nobody is logged in.
    public CompletableFuture<Result<String>> getLoginUser() {
        return initialized(() -> {
            LiveSession session = logins.session();
            String user =
                    session != null && session.isSignedIn() ? session.userId().text() : "";
            return Answers.now(Result.done(user));
        });
    }

    /// Unix seconds by the server's clock; this machine's own before the first login.
    public CompletableFuture<Result<Long>> getServerTime() {
        return initialized(() -> {
            LiveSession session = logins.session();
            var now = session == null ? handset.world().now() : session.serverNow();
            return Answers.now(Result.done(now.getEpochSecond()));
        });
    }

    /// Of 1 to 500 users; 6017 for more, or ids that are none. Not for deciding whether a call has failed: a lost
    /// connection takes its time to be noticed.
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
            LiveSession session = logins.session();
            if (session != null) {
                session.networkChanged();
            }
        });
    }

    private CompletableFuture<Result<Void>> ask(ClientRequest request) {
        LiveSession session = logins.session();
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
            Subscriptions statuses = logins.subscriptions();
            if (statuses == null) {
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
            return ask.apply(statuses, legal).thenApply(Answers::forPeople);
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
}
