// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.session.SessionState.Active;
import dev.duet.client.session.SessionState.Connecting;
import dev.duet.client.session.SessionState.Kicked;
import dev.duet.client.session.SessionState.Link;
import dev.duet.client.session.SessionState.Online;
import dev.duet.client.session.SessionState.Resuming;
import dev.duet.client.session.SessionState.SignedOut;
import dev.duet.client.session.SessionState.Underway;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.frame.json.FrameWriter;
import dev.duet.id.InviteId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One login with its reconnections, as a pure machine: it reads no clock, opens no socket and draws no chance. The
/// moment brings both, and the effects, carried out in order, are the shell's whole job.
public final class ClientSession {
    /// How long a first login is tried before it counts as failed.
    private static final Duration FIRST_LOGIN = Duration.ofSeconds(15);
    /// Close codes after which the server will not have this device back: its user was kicked, or the same device is on
    /// another socket.
    private static final int CLOSED_KICKED = 4002;

    private static final int CLOSED_SAME_DEVICE = 4003;

    private static final Result<Void> UNREACHABLE =
            Result.refused(Code.DISCONNECTED, "The connection to the server broke.");
    private static final Result<Void> NEVER_REACHED =
            Result.refused(Code.CONNECT_TIMEOUT, "The server could not be reached.");

    private SessionState state = new SignedOut(Result.done(), null);

    public SessionState state() {
        return state;
    }

    /// The ids of all invitations that ring, as far as this session has been told.
    public List<InviteId> ringing() {
        List<InviteId> ringing = new ArrayList<>();
        if (state instanceof Active active) {
            active.desk().knowledge.invitations().forEach((id, known) -> {
                if (!known.ended()) {
                    ringing.add(id);
                }
            });
        }
        return ringing;
    }

    public boolean knows(InviteId id) {
        return state instanceof Active active && active.desk().knowledge.of(id) != null;
    }

    /// What follows from the input, in order.
    public List<SessionEffect> handle(SessionInput input, Moment at) {
        Turn turn = new Turn(at);
        state = next(input, turn);
        return turn.effects();
    }

    private SessionState next(SessionInput input, Turn turn) {
        return switch (input) {
            case SessionInput.SignIn(Identity identity, boolean renewable) -> signIn(identity, renewable, turn);
            case SessionInput.SignOut out -> signOut(turn);
            case SessionInput.Ticket(String userSig) -> ticket(userSig, turn);
            case SessionInput.TicketFailed(String why) -> ticketFailed(why, turn);
            case SessionInput.Renewable(boolean renewable) -> renewable(renewable);
            case SessionInput.SocketOpened(int socket) -> opened(socket, turn);
            case SessionInput.SocketLost(int socket, int code) -> lost(socket, code, turn);
            case SessionInput.FrameArrived(int socket, String text) -> frame(socket, text, turn);
            case SessionInput.Ask(long token, ClientRequest request) -> ask(token, request, turn);
            case SessionInput.NetworkChanged changed -> networkChanged(turn);
            case SessionInput.Heard(var invitation) -> {
                if (state instanceof Online online) {
                    Conversation.tell(online, new ServerEvent.NewInvitation(invitation), turn);
                }
                yield state;
            }
            case SessionInput.Wake wake -> wake(turn);
        };
    }

    /// When the machine wants to be woken; empty when only another input can move it.
    public Optional<Instant> wakeAt() {
        return switch (state) {
            case SignedOut out -> Optional.empty();
            case Kicked kicked -> Optional.empty();
            case Connecting it -> first(it.until(), it.link().until(), it.desk().firstToExpire());
            case Resuming it -> first(it.link().until(), it.desk().firstToExpire());
            case Online it -> first(it.deadline(), it.desk().firstToExpire());
        };
    }

    private static Optional<Instant> first(@Nullable Instant... instants) {
        return Stream.of(instants).flatMap(Stream::ofNullable).min(Instant::compareTo);
    }

    private SessionState signIn(Identity identity, boolean renewable, Turn turn) {
        if (state instanceof Active) {
            turn.add(new SessionEffect.SignedIn(
                    Result.refused(Code.LOGIN_IN_PROGRESS, "A login is already under way.")));
            return state;
        }
        Knowledge kept = state instanceof SignedOut out ? out.kept() : null;
        Desk desk = new Desk(identity, renewable, kept == null ? new Knowledge() : kept);
        Instant until = turn.now().plus(FIRST_LOGIN);
        return Linking.approach(new Connecting(desk, new Link.Ticket(until), 0, until, NEVER_REACHED), turn);
    }

    private SessionState signOut(Turn turn) {
        return switch (state) {
            case SignedOut out -> new SignedOut(Result.done(), null);
            case Kicked kicked -> new SignedOut(Result.done(), null);
            case Connecting it ->
                Linking.signedOut(it, Result.refused(Code.LOGIN_INTERRUPTED, "You signed out."), turn);
            case Resuming it -> Linking.signedOut(it, Result.done(), turn);
            case Online it -> {
                int socket = it.desk().socket;
                RequestId id = new RequestId.Text("logout" + socket);
                String goodbye = FrameWriter.write(new Request(id, new ClientRequest.Logout()));
                turn.add(new SessionEffect.Part(socket, id, goodbye));
                yield Linking.signedOut(it, Result.done(), turn);
            }
        };
    }

    private SessionState ticket(String userSig, Turn turn) {
        if (!(state instanceof Active active)) {
            return state;
        }
        active.desk().userSig = userSig;
        boolean awaited = active instanceof Underway underway && underway.link() instanceof Link.Ticket;
        return awaited ? Linking.approach((Underway) active, turn) : active;
    }

    private SessionState ticketFailed(String why, Turn turn) {
        if (!(state instanceof Underway underway && underway.link() instanceof Link.Ticket)) {
            return state;
        }
        String desc = "No UserSig could be had: " + why;
        // Somebody waits for this login, and what is missing is known: another ticket than the expired one.
        if (underway instanceof Connecting && underway.desk().renewedAt != null) {
            return Linking.expired(underway, Result.refused(Code.USER_SIG_EXPIRED, desc), turn);
        }
        return Linking.failed(underway, Result.refused(Code.LOGIN_INTERRUPTED, desc), turn);
    }

    private SessionState renewable(boolean renewable) {
        if (state instanceof Active active) {
            active.desk().renewable = renewable;
        }
        return state;
    }

    private SessionState opened(int socket, Turn turn) {
        boolean awaited =
                state instanceof Underway it && it.link() instanceof Link.Opening && it.desk().socket == socket;
        return awaited ? Linking.opened((Underway) state, turn) : state;
    }

    private SessionState lost(int socket, int code, Turn turn) {
        if (!(state instanceof Active active) || active.desk().socket != socket) {
            return state;
        }
        if (code == CLOSED_KICKED || code == CLOSED_SAME_DEVICE) {
            return active instanceof Connecting
                    ? Linking.signedOut(
                            active, Result.refused(Code.KICKED_OFFLINE, "You were signed in elsewhere."), turn)
                    : Conversation.kicked(active, KickReason.MULTIPLE_DEVICE, turn);
        }
        return switch (active) {
            case Online online -> Linking.lose(online, turn);
            case Underway it ->
                switch (it.link()) {
                    case Link.Opening opening -> Linking.failed(it, UNREACHABLE, turn);
                    case Link.LoggingIn loggingIn -> Linking.failed(it, UNREACHABLE, turn);
                    case Link.Ticket ticket -> it;
                    case Link.Waiting waiting -> it;
                };
        };
    }

    private SessionState frame(int socket, String text, Turn turn) {
        if (!(state instanceof Active active) || active.desk().socket != socket) {
            return state;
        }
        return switch (active) {
            case Online online -> Listening.online(online, text, turn);
            case Underway it -> it.link() instanceof Link.LoggingIn ? Listening.loggingIn(it, text, turn) : it;
        };
    }

    private SessionState ask(long token, ClientRequest request, Turn turn) {
        if (state instanceof Online online) {
            return Conversation.ask(online, token, request, turn);
        }
        OpenRequest open = OpenRequest.made(token, request, false, turn.now());
        if (!(state instanceof Underway underway)) {
            turn.settle(open, Result.refused(Code.NOT_LOGGED_IN, "You are not signed in."));
        } else if (!OpenRequest.isRepeatable(request)) {
            turn.settle(open, Result.refused(Code.DISCONNECTED, "There is no connection to the server at the moment."));
        } else {
            underway.desk().waiting.add(open);
            Conversation.forgetRoom(underway.desk(), request);
        }
        return state;
    }

    private SessionState networkChanged(Turn turn) {
        if (state instanceof Online online) {
            return Conversation.nudged(online, turn);
        }
        boolean waits = state instanceof Underway it && it.link() instanceof Link.Waiting;
        return waits ? Linking.approach(((Underway) state).on(((Underway) state).link(), 0), turn) : state;
    }

    private SessionState wake(Turn turn) {
        if (!(state instanceof Active active)) {
            return state;
        }
        giveUpWhatIsLate(active.desk(), turn);
        return switch (active) {
            case Online online -> Conversation.woken(online, turn);
            case Connecting it when !turn.now().isBefore(it.until()) -> Linking.signedOut(it, it.lastFailure(), turn);
            case Underway it when turn.now().isBefore(it.link().until()) -> it;
            case Underway it ->
                it.link() instanceof Link.Waiting ? Linking.approach(it, turn) : Linking.failed(it, UNREACHABLE, turn);
        };
    }

    private static void giveUpWhatIsLate(Desk desk, Turn turn) {
        desk.waiting.removeIf(open -> {
            boolean late = !turn.now().isBefore(open.giveUpAt());
            if (late) {
                turn.settle(open, Result.refused(Code.REQUEST_TIMEOUT, "The server did not answer in time."));
            }
            return late;
        });
    }
}
