// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import dev.duet.client.Code;
import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.session.ClientSession;
import dev.duet.client.session.Identity;
import dev.duet.client.session.Moment;
import dev.duet.client.session.SessionEffect;
import dev.duet.client.session.SessionInput;
import dev.duet.client.session.SessionState;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.IceServer;
import dev.duet.frame.InvitationInfo;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The session machine with a socket, a clock and timers around it. Lives on the thread of its surroundings.
public final class LiveSession implements RoomWire {

    /// Who is told how a session fares, besides what a room hears.
    public interface Watcher extends RoomWire.Listener {
        default void connecting() {}

        default void attemptFailed(Result<Void> why) {}

        default void garbage(String why) {}
    }

    private final ClientSession machine = new ClientSession();
    private final Identity identity;
    private final URI address;
    private final Surroundings world;
    private final Executor app;
    private final Map<Long, Consumer<Result<dev.duet.frame.Result>>> settlers = new HashMap<>(4);
    private final Set<RoomWire.Listener> listeners = new LinkedHashSet<>(2);
    private final Queue<SessionInput> inbox = new ArrayDeque<>(2);
    private final Queue<Runnable> answers = new ArrayDeque<>(2);
    private @Nullable CompletableFuture<Result<Void>> signingIn;
    private CompletableFuture<@Nullable Void> parting = CompletableFuture.completedFuture(null);
    private @Nullable Socket socket;
    private Tickets tickets;
    private boolean renewable;
    private boolean busy;
    private long lastToken;
    private @Nullable Instant alarmAt;
    private Runnable callAlarmOff = () -> {};
    private Duration clockOffset = Duration.ZERO;
    private List<IceServer> iceServers = List.of();

    LiveSession(Identity identity, URI address, Tickets tickets, Surroundings world, Executor app) {
        this.identity = identity;
        this.address = address;
        this.tickets = tickets;
        this.world = world;
        this.app = app;
    }

    public Identity identity() {
        return identity;
    }

    public SessionState state() {
        return machine.state();
    }

    @Override
    public UserId userId() {
        return identity.userId();
    }

    @Override
    public boolean isOnline() {
        return machine.state() instanceof SessionState.Online;
    }

    /// Signed in, or on the way to it: requests are taken.
    public boolean isSignedIn() {
        return machine.state() instanceof SessionState.Active;
    }

    @Override
    public List<IceServer> iceServers() {
        return iceServers;
    }

    @Override
    public Instant now() {
        return world.now();
    }

    @Override
    public Instant serverNow() {
        return world.now().plus(clockOffset);
    }

    @Override
    public Runnable wake(Instant at, Runnable code) {
        return world.wake(at, code);
    }

    @Override
    public void run(Runnable code) {
        world.run(code);
    }

    /// A [Watcher] is told more.
    @Override
    public Runnable listen(RoomWire.Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The ids of all invitations that ring, as far as this session has been told.
    public List<InviteId> ringing() {
        return machine.ringing();
    }

    public boolean knows(InviteId id) {
        return machine.knows(id);
    }

    /// Takes in an invitation that was learned elsewhere; it is told unless it is known.
    public void hear(InvitationInfo invitation) {
        handle(new SessionInput.Heard(invitation));
    }

    CompletableFuture<Result<Void>> signIn() {
        CompletableFuture<Result<Void>> signedIn = new CompletableFuture<>();
        signingIn = signedIn;
        handle(new SessionInput.SignIn(identity, renewable));
        return signedIn;
    }

    /// Done once the server knows it too, or cannot be told.
    CompletableFuture<@Nullable Void> signOut() {
        handle(new SessionInput.SignOut());
        return parting;
    }

    /// Who is asked for a ticket from now on, and whether more than once.
    void askTicketsOf(Tickets whom, boolean moreThanOnce) {
        tickets = whom;
        renewable = moreThanOnce;
        handle(new SessionInput.Renewable(moreThanOnce));
    }

    /// A newer ticket than the current one, for when the server wants one.
    public void keepTicket(String userSig) {
        handle(new SessionInput.Ticket(userSig));
    }

    @Override
    public void probe() {
        handle(new SessionInput.NetworkChanged());
    }

    /// The network is another one, came back or went; the rooms of this session are told.
    public void networkChanged() {
        probe();
        tell(RoomWire.Listener::networkChanged);
    }

    @Override
    public <T> CompletableFuture<Result<T>> request(ClientRequest request, Function<dev.duet.frame.Result, T> taken) {
        CompletableFuture<Result<T>> answer = new CompletableFuture<>();
        long token = ++lastToken;
        settlers.put(token, result -> {
            dev.duet.frame.Result data = result.data();
            answer.complete(
                    data == null ? result.bare() : new Result<>(result.code(), result.desc(), taken.apply(data)));
        });
        handle(new SessionInput.Ask(token, request));
        return answer;
    }

    /// What a listener asks for while effects are carried out waits until all of them are.
    private void handle(SessionInput input) {
        inbox.add(input);
        if (busy) {
            return;
        }
        busy = true;
        try {
            for (SessionInput next = inbox.poll(); next != null; next = inbox.poll()) {
                take(next);
            }
        } finally {
            busy = false;
        }
        rearm();
    }

    private void take(SessionInput input) {
        Class<?> before = machine.state().getClass();
        List<SessionEffect> effects = machine.handle(input, new Moment(world.now(), world.chance()));
        if (machine.state().getClass() != before) {
            tellState();
        }
        effects.forEach(this::carryOut);
        // Answers come once all that happened with them is told, and before what happens next.
        for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
            answer.run();
        }
    }

    private void tellState() {
        switch (machine.state()) {
            case SessionState.Online online -> tell(RoomWire.Listener::online);
            case SessionState.Underway underway -> watch(Watcher::connecting);
            case SessionState.SignedOut out -> tell(RoomWire.Listener::over);
            case SessionState.Kicked kicked -> tell(RoomWire.Listener::over);
        }
    }

    private void tell(Consumer<RoomWire.Listener> what) {
        // A copy, so that a listener may take itself off while it is told.
        new ArrayList<>(listeners).forEach(what);
    }

    private void watch(Consumer<Watcher> what) {
        tell(each -> {
            if (each instanceof Watcher watcher) {
                what.accept(watcher);
            }
        });
    }

    private void rearm() {
        Instant at = machine.wakeAt().orElse(null);
        if (at != null && at.equals(alarmAt)) {
            return;
        }
        callAlarmOff.run();
        alarmAt = at;
        callAlarmOff = at == null ? () -> {} : world.wake(at, this::wakeUp);
    }

    private void wakeUp() {
        alarmAt = null;
        handle(new SessionInput.Wake());
    }

    private void carryOut(SessionEffect effect) {
        switch (effect) {
            case SessionEffect.AskTicket ask -> askTicket();
            case SessionEffect.Connect(int number) -> socket = new Socket(number);
            case SessionEffect.CloseSocket(int number) -> close(number);
            case SessionEffect.Send(int number, String text) -> {
                if (socket != null && socket.number == number) {
                    socket.line.send(text);
                }
            }
            case SessionEffect.Part part -> part(part);
            case SessionEffect.Settle(long token, var result) -> settle(token, result);
            case SessionEffect.SignedIn(var result) -> cameIn(result);
            case SessionEffect.Notify(Notice notice) -> tell(each -> each.notice(notice));
            case SessionEffect.AttemptFailed(var why) -> watch(each -> each.attemptFailed(why));
            case SessionEffect.Garbage(String why) -> watch(each -> each.garbage(why));
        }
    }

    private void settle(long token, Result<dev.duet.frame.Result> result) {
        Consumer<Result<dev.duet.frame.Result>> settler = settlers.remove(token);
        if (settler != null) {
            answers.add(() -> settler.accept(result));
        }
    }

    private void askTicket() {
        Tickets asked = tickets;
        try {
            app.execute(() -> ask(asked));
        } catch (RuntimeException shutDown) {
            ticketFailed(shutDown);
        }
    }

    private void ask(Tickets asked) {
        try {
            var unused = asked.next().whenComplete((userSig, failure) -> {
                if (userSig == null || failure != null) {
                    ticketFailed(failure);
                } else {
                    run(() -> handle(new SessionInput.Ticket(userSig)));
                }
            });
        } catch (RuntimeException failure) {
            ticketFailed(failure);
        }
    }

    private void ticketFailed(@Nullable Throwable failure) {
        String why = failure == null ? "the provider gave null" : String.valueOf(failure.getMessage());
        run(() -> handle(new SessionInput.TicketFailed(why)));
    }

    private void close(int number) {
        if (socket != null && socket.number == number) {
            socket.line.close();
            socket = null;
        }
    }

    private void part(SessionEffect.Part part) {
        Socket last = socket;
        socket = null;
        if (last == null || last.number != part.socket()) {
            return;
        }
        parting = new CompletableFuture<>();
        last.part(part, parting);
    }

    private void cameIn(Result<SessionEffect.Greeting> result) {
        SessionEffect.Greeting greeting = result.data();
        if (greeting != null) {
            iceServers = greeting.iceServers();
            clockOffset = Duration.between(world.now(), greeting.serverTime());
        }
        if (signingIn != null) {
            CompletableFuture<Result<Void>> waiting = signingIn;
            signingIn = null;
            answers.add(() -> waiting.complete(result.bare()));
        }
    }

    /// One socket, told from the others by its number.
    private final class Socket implements Surroundings.LineEvents {
        private final int number;
        private final Surroundings.Line line;
        private @Nullable Farewell farewell;

        Socket(int number) {
            this.number = number;
            this.line = world.open(address, this);
        }

        void part(SessionEffect.Part part, CompletableFuture<@Nullable Void> done) {
            line.send(part.text());
            farewell = new Farewell(part.id(), line, done, world);
        }

        @Override
        public void opened() {
            handle(new SessionInput.SocketOpened(number));
        }

        @Override
        public void closed(int code) {
            if (farewell != null) {
                farewell.end();
            } else {
                handle(new SessionInput.SocketLost(number, code));
            }
        }

        @Override
        public void frame(String text) {
            if (farewell != null) {
                farewell.frame(text);
            } else {
                handle(new SessionInput.FrameArrived(number, text));
            }
        }
    }

    static <T> Result<T> badServer() {
        return Result.refused(Code.INVALID_PARAMETERS, "server must be an origin, as https://example.org.");
    }
}
