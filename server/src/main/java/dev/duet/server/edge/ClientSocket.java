// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import dev.duet.call.switchboard.Command;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.json.FrameReader;
import dev.duet.frame.json.FrameWriter;
import dev.duet.frame.json.Reading;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One WebSocket of a client. The event loop takes its frames one at a time; each is read and handed on by a virtual
/// thread before the next is taken, so a client that floods us waits in its own socket.
final class ClientSocket {
    private static final Logger LOG = System.getLogger(ClientSocket.class.getName());

    /// How long the client has to answer our close frame.
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final Refusal TWICE = new Refusal(
            ErrorCode.INVALID_PARAMETERS, "This socket is logged in already; log out first, or use another socket.");

    private final ServerWebSocket socket;
    private final String address;
    private final Desk desk;
    private final OutQueue out;
    private final Pace pace;
    private final Assembly assembly = new Assembly();
    private volatile Instant heard;
    private volatile Instant pinged;
    private volatile Instant strangerSince;
    private volatile @Nullable Session session;
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private volatile boolean closed;

    /// Why and since when the server wants it closed.
    private record Ending(Closing why, Instant since) {}

    /// `address` says where the client is.
    ClientSocket(ServerWebSocket socket, String address, Desk desk) {
        Instant now = desk.clock().instant();
        this.socket = socket;
        this.address = address;
        this.desk = desk;
        this.out = new OutQueue(socket, desk.limits().backlogBytes(), () -> end(Closing.SLOW_READER));
        this.pace = new Pace(desk.limits().framesPerSecond(), now.toEpochMilli());
        this.heard = now;
        this.pinged = now;
        this.strangerSince = now;
    }

    /// Begins to listen.
    void open(Runnable onClosed) {
        socket.pause();
        socket.frameHandler(this::arrived);
        socket.closeHandler(end -> {
            closed();
            onClosed.run();
        });
        socket.exceptionHandler(broken -> {});
        socket.fetch(1);
    }

    private void arrived(WebSocketFrame frame) {
        heard = desk.clock().instant();
        if (frame.isPing() || frame.isClose() || !(frame.isText() || frame.isBinary() || frame.isContinuation())) {
            return;
        }
        switch (assembly.add(frame)) {
            case Assembly.Step.Partial() -> socket.fetch(1);
            case Assembly.Step.Broken(Closing why) -> end(why);
            case Assembly.Step.Binary() -> Thread.startVirtualThread(() -> thenNext(this::binary));
            case Assembly.Step.Text(String text) -> Thread.startVirtualThread(() -> thenNext(() -> text(text)));
        }
    }

    private void thenNext(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a frame could not be handled; this is a bug", e);
        } finally {
            next();
        }
    }

    /// Takes the next frame, unless the event loop has ended with the node.
    private void next() {
        try {
            socket.fetch(1);
        } catch (RejectedExecutionException stopped) {
            closed = true;
        }
    }

    private void binary() {
        if (pace() != Pace.Step.CLOSE) {
            refuse(null, FrameReader.BINARY);
        }
    }

    private void text(String text) {
        Pace.Step step = pace();
        if (step == Pace.Step.CLOSE || ending.get() != null) {
            return;
        }
        switch (FrameReader.request(text)) {
            case Reading.Broken<Request>(RequestId id, Refusal refusal) -> refuse(id, refusal);
            case Reading.Understood<Request>(Request request) -> {
                if (step == Pace.Step.REFUSE) {
                    refuse(request.id(), Refusal.of(ErrorCode.FREQUENCY_LIMIT));
                } else {
                    asked(request);
                }
            }
        }
    }

    private Pace.Step pace() {
        Pace.Step step = pace.step(desk.clock().millis());
        if (step == Pace.Step.CLOSE) {
            end(Closing.TOO_FAST);
        }
        return step;
    }

    private void asked(Request request) {
        Session session = this.session;
        desk.gauges().requested(request.body().getClass().getSimpleName());
        if (request.body() instanceof ClientRequest.Login login) {
            logIn(request.id(), login);
        } else if (session == null) {
            refuse(request.id(), Refusal.of(ErrorCode.NOT_LOGGED_IN));
        } else {
            hand(session, request);
        }
    }

    private void hand(Session session, Request request) {
        @Nullable Refusal refusal = desk.doorkeeper().mayAsk(session.app(), session.user(), request.body());
        if (refusal != null) {
            refuse(request.id(), refusal);
            return;
        }
        if (request.body() instanceof ClientRequest.Logout) {
            session.leaves(request.id());
        }
        if (!desk.exchange().ask(session.app(), new Command.Ask(session.login(), request))) {
            refuse(request.id(), Refusal.of(ErrorCode.SERVER_BUSY));
        }
    }

    private void logIn(RequestId id, ClientRequest.Login login) {
        if (session != null) {
            refuse(id, TWICE);
            return;
        }
        switch (desk.doorkeeper().judge(login, address)) {
            case Doorkeeper.Admission.Turned(Refusal refusal) -> {
                desk.gauges().loginRefused(refusal.code());
                if (refusal.code() != ErrorCode.TOO_MANY_FAILURES) {
                    LOG.log(Level.INFO, () -> "login of " + name(login) + " refused: " + refusal.code());
                }
                refuse(id, refusal);
            }
            case Doorkeeper.Admission.Admitted(Instant ticketEnds) -> admitted(id, login, ticketEnds);
        }
    }

    private void admitted(RequestId id, ClientRequest.Login login, Instant ticketEnds) {
        LoginId loginId = new LoginId(UUID.randomUUID().toString());
        Session next = new Session(this, login.sdkAppId(), login.userId(), loginId, ticketEnds);
        session = next;
        Command.LogIn command = new Command.LogIn(
                loginId, id, login.userId(), login.device(), desk.limits().ping(), List.of());
        if (!desk.exchange().logIn(next.app(), command, next)) {
            session = null;
            refuse(id, Refusal.of(ErrorCode.SERVER_BUSY));
            return;
        }
        desk.gauges().loggedIn();
        LOG.log(
                Level.INFO,
                () -> name(login) + " logged in on " + login.device().platform());
        if (closed) {
            lost(next);
        }
    }

    private String name(ClientRequest.Login login) {
        return desk.redacted().user(login.sdkAppId(), login.userId());
    }

    private void refuse(@Nullable RequestId id, Refusal refusal) {
        desk.gauges().refused(refusal.code());
        send(new Ack.Refused(id, refusal));
    }

    void send(Ack ack) {
        out.text(FrameWriter.write(ack));
    }

    void send(ServerEvent event) {
        out.text(FrameWriter.write(event));
    }

    /// Looks at the clock: pings when it is time, ends what has gone on for too long.
    void look(Instant now) {
        Session session = this.session;
        Ending ending = this.ending.get();
        if (ending != null) {
            if (passed(ending.since(), FAREWELL, now)) {
                out.cut();
            }
        } else if (session == null && passed(strangerSince, desk.logins().patience(), now)) {
            end(Closing.NEVER_LOGGED_IN);
        } else if (passed(heard, desk.limits().silent(), now)) {
            end(Closing.SILENT);
        } else if (passed(pinged, desk.limits().ping(), now)) {
            pinged = now;
            out.ping();
        }
        if (session != null && session.hasJustExpired(now)) {
            desk.exchange().post(session.app(), new Command.TicketExpired(session.login()));
        }
    }

    private static boolean passed(Instant since, Duration limit, Instant now) {
        return now.isAfter(since.plus(limit));
    }

    /// The login is over; the socket stays, for another.
    void loggedOut() {
        strangerSince = desk.clock().instant();
        session = null;
    }

    void end(Closing why) {
        if (ending.compareAndSet(null, new Ending(why, desk.clock().instant()))) {
            out.close(why);
        }
    }

    /// Ends the connection without a word, as a broken network does.
    void cut() {
        out.cut();
    }

    boolean isOf(UserId user) {
        Session session = this.session;
        return session != null && session.user().equals(user);
    }

    private void closed() {
        closed = true;
        Session session = this.session;
        if (session != null) {
            lost(session);
        }
        Ending ending = this.ending.get();
        desk.gauges().socketClosed(ending == null ? "client" : ending.why().word());
    }

    private void lost(Session session) {
        desk.exchange().lost(session.app(), session.login());
    }
}
