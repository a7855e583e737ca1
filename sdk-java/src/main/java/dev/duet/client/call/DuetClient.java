// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Audience;
import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.call.offer.CallData;
import dev.duet.client.call.offer.CallOffer;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Connection;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.call.state.RejectReason;
import dev.duet.client.socket.Handset;
import dev.duet.client.stay.Landing;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Result.Nothing;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One signed-in user on one server, and the calls this user is in. Every method may be called on any thread and blocks
/// on none.
///
/// ```java
/// var bob = new DuetClient(
///         new Handset(executor),
///         Account.of("https://calls.example.org", 1, "bob", backend::fetchUserSig),
///         ClientOptions.of(Sources.NONE.withMicrophone(() -> Tone.start(440))));
/// bob.on(new ClientListener() {
///     @Override
///     public void incoming(Call call) {
///         call.hear(recorder);
///         call.accept();
///     }
/// });
/// bob.login().thenAccept(result -> log(result.desc()));
/// ```
public final class DuetClient {
    /// How long a call rings when it is not said.
    private static final Duration RINGING = Duration.ofSeconds(30);

    private final CallSession session;
    private final Audience<ClientListener> audience;
    private final Calls all;
    private final CallTools tools;
    private volatile boolean callWaiting;

    /// Not signed in yet.
    ///
    /// @param handset this device; it may be shared with other clients, and with an `ImManager` for the same user
    public DuetClient(Handset handset, Account account, ClientOptions options) {
        this(new HandsetSession(handset, account), options);
    }

    DuetClient(CallSession session, ClientOptions options) {
        this.session = session;
        this.audience = new Audience<>(session.events());
        this.all = new Calls(calls -> audience.tell(listener -> listener.calls(calls)));
        this.tools = new CallTools(session, options.tools(), options.sources(), all);
        this.callWaiting = options.callWaiting();
        session.watch(new Watcher());
        session.wire().listen(new RoomWire.Listener() {
            @Override
            public void notice(Notice notice) {
                take(notice);
            }
        });
    }

    public String userId() {
        return session.wire().userId().text();
    }

    /// How the login fares.
    public Connection connection() {
        return session.connection();
    }

    /// Every call that has not ended, the oldest first.
    public List<Call> calls() {
        return all.lineup().all();
    }

    /// The call that rings or is talked in, or the one on hold when there is no other.
    public Optional<Call> currentCall() {
        Calls.Lineup lineup = all.lineup();
        return Optional.ofNullable(lineup.active() == null ? lineup.held() : lineup.active());
    }

    /// The call that was put on hold here.
    public Optional<Call> heldCall() {
        return Optional.ofNullable(all.lineup().held());
    }

    /// The call that rings while another is in progress; see [#setCallWaiting].
    public Optional<Call> waitingCall() {
        return Optional.ofNullable(all.lineup().waiting());
    }

    /// See the option of this name; counts for whoever calls from now on.
    public void setCallWaiting(boolean wanted) {
        callWaiting = wanted;
    }

    /// Returns what takes the listener off again.
    public Runnable on(ClientListener listener) {
        return audience.on(listener);
    }

    /// Signs in, and stays so over broken connections until `logout`. 70001 and the other numbers of tickets: the
    /// backend's ticket was refused; see docs/errors.md.
    public CompletableFuture<Result<Void>> login() {
        return session.answer(session::signIn);
    }

    /// Hangs up all calls, then signs out.
    public CompletableFuture<Result<Void>> logout() {
        return session.answer(() -> {
            CompletableFuture<?>[] over =
                    all.list().stream().map(LiveCall::hangUp).toArray(CompletableFuture<?>[]::new);
            return CompletableFuture.allOf(over).thenCompose(left -> session.signOut());
        });
    }

    /// The network is another one, came back or went: the connection to the server and the media of calls look for a
    /// new way at once, instead of when they would notice themselves.
    public void networkChanged() {
        session.wire().run(session::networkChanged);
    }

    /// Calls somebody for 30 s.
    public Call call(String userId, CallMedia media) {
        return call(userId, media, RINGING);
    }

    /// Calls somebody; rings at once, and whatever fails ends the call with a reason. Calling who is calling at this
    /// moment answers that call.
    ///
    /// @param timeout how long it rings, in whole seconds up to a day; zero rings until somebody answers
    /// @throws IllegalArgumentException when the timeout is none
    public Call call(String userId, CallMedia media, Duration timeout) {
        if (timeout.isNegative() || timeout.compareTo(Duration.ofDays(1)) > 0 || timeout.toNanosPart() != 0) {
            throw new IllegalArgumentException("timeout is " + timeout + ", must be whole seconds up to a day");
        }
        Call calling = all.lineup().active();
        if (calling != null && isCalledBy(userId, calling)) {
            Landing.letBe(calling.accept());
            return calling;
        }
        CallOffer offer = new CallOffer(media, new RoomId.Named(newId()));
        LiveCall call = new LiveCall(tools, new CallStart.Outgoing(userId, new InviteId(newId()), offer, timeout));
        session.wire().run(() -> beginOrRefuse(call));
        return call.handle();
    }

    private static boolean isCalledBy(String userId, Call call) {
        return switch (call.direction()) {
            case OUTGOING -> false;
            case INCOMING -> call.peer().equals(userId) && call.state() instanceof CallState.Ringing;
        };
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private void beginOrRefuse(LiveCall call) {
        @Nullable LiveCall active = all.active().orElse(null);
        if (active == null) {
            adopt(call);
        } else if (active.ringsHere() && active.peer().equals(call.peer())) {
            // It began to ring while this call was on its way here.
            call.become(active);
        } else {
            call.refuse();
        }
    }

    private void adopt(LiveCall call) {
        all.add(call);
        call.begin();
    }

    private void take(Notice notice) {
        switch (notice) {
            case Notice.Told(ServerEvent.NewInvitation news) -> invited(news.invitation());
            case Notice.Told(ServerEvent event) -> all.list().forEach(call -> call.take(event));
            // Its room hears of it by itself.
            case Notice.RoomLost lost -> {}
        }
    }

    private void invited(InvitationInfo invitation) {
        if (!invitation.inviter().equals(session.wire().userId())) {
            CallData.readOffer(invitation.data()).ifPresent(offer -> rings(invitation, offer));
        }
    }

    private void rings(InvitationInfo invitation, CallOffer offer) {
        @Nullable LiveCall active = all.active().orElse(null);
        if (active == null) {
            Call call = ring(invitation, offer, false);
            audience.tell(listener -> listener.incoming(call));
        } else {
            whileBusy(active, invitation, offer);
        }
    }

    private Call ring(InvitationInfo invitation, CallOffer offer, boolean waits) {
        LiveCall call = new LiveCall(tools, new CallStart.Incoming(invitation, offer, waits));
        adopt(call);
        return call.handle();
    }

    /// Whoever calls while we call them is met by the server, which makes one call of both; anybody else waits, or
    /// hears
    /// busy.
    private void whileBusy(LiveCall active, InvitationInfo invitation, CallOffer offer) {
        if (active.ringsThere() && active.peer().equals(invitation.inviter().text())) {
            active.crossedBy(invitation.inviteId(), offer);
        } else if (callWaiting && !active.isUnanswered() && all.waiting().isEmpty()) {
            Call call = ring(invitation, offer, true);
            audience.tell(listener -> listener.waiting(call));
        } else {
            String busy = CallData.reject(offer.media(), RejectReason.BUSY);
            ClientRequest reject = new ClientRequest.Reject(invitation.inviteId(), busy);
            Landing.letBe(session.wire().request(reject, Nothing.class::cast));
        }
    }

    private void end(EndSide by) {
        all.list().forEach(call -> call.sessionEnded(by));
    }

    private final class Watcher implements CallSession.Watcher {
        @Override
        public void moved(Connection now) {
            audience.tell(listener -> listener.connection(now));
        }

        @Override
        public void signedOut(Result<Void> why) {
            end(why.isOk() ? EndSide.LOCAL : EndSide.SERVER);
        }

        @Override
        public void kicked(KickReason reason) {
            end(EndSide.SERVER);
            audience.tell(listener -> listener.kicked(reason));
        }
    }
}
