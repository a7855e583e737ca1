// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.error.ErrorCode;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Device;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Platform;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A device in a scenario: it asks, and keeps what it was told.
final class Phone {
    static final String VIDEO = "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"roomId\":\"r1\"}}";

    final UserId user;
    final Device device;
    private final Scenario scenario;
    private final List<ServerEvent> inbox = new ArrayList<>();
    private final List<Ack> answers = new ArrayList<>();
    private LoginId login = new LoginId("none");
    private int logins;
    private long requests;
    boolean closed;

    Phone(Scenario scenario, UserId user, String device, Platform platform) {
        this.scenario = scenario;
        this.user = user;
        this.device = new Device(new DeviceId(device), platform, "");
    }

    LoginId login() {
        return login;
    }

    DeviceKey key() {
        return new DeviceKey(user, device.id());
    }

    Result.LoggedIn logIn() {
        logins++;
        login = new LoginId(user + "-" + key().device().text() + "-" + logins);
        closed = false;
        scenario.handle(new Command.LogIn(login, next(), user, device, Duration.ofSeconds(20), List.of()));
        return (Result.LoggedIn) ((Ack.Done) answers.getLast()).result();
    }

    void losesSocket() {
        scenario.handle(new Command.SocketLost(login));
    }

    /// Asks and gets the answer at once.
    Ack asks(ClientRequest body) {
        Ack answer = asks(next(), body);
        if (answer == null) {
            throw new AssertionError("no answer to " + body);
        }
        return answer;
    }

    /// The answer that came at once, if one did.
    @Nullable
    Ack asks(RequestId id, ClientRequest body) {
        int before = answers.size();
        scenario.handle(new Command.Ask(login, new Request(id, body)));
        return answers.size() > before ? answers.getLast() : null;
    }

    /// Asks what must succeed.
    void does(ClientRequest body) {
        Ack answer = asks(body);
        if (!(answer instanceof Ack.Done)) {
            throw new AssertionError(body + " was answered " + answer);
        }
    }

    /// Asks what must be refused.
    ErrorCode refusedFor(ClientRequest body) {
        return ((Ack.Refused) asks(body)).refusal().code();
    }

    InviteId invites(Phone callee) {
        return invites(invitation(callee));
    }

    InviteId invites(ClientRequest.Invite invite) {
        return ((Result.Invited) ((Ack.Done) asks(invite)).result()).inviteId();
    }

    static ClientRequest.Invite invitation(Phone callee) {
        return invitation(callee.user, Duration.ofSeconds(30));
    }

    static ClientRequest.Invite invitation(UserId callee, Duration timeout) {
        return new ClientRequest.Invite(callee, VIDEO, timeout, false, null, null);
    }

    void accepts(InviteId id) {
        does(new ClientRequest.Accept(id, "yes"));
    }

    Result.Entered enters(String room) {
        return (Result.Entered) ((Ack.Done) asks(entry(room))).result();
    }

    static ClientRequest.EnterRoom entry(String room) {
        return new ClientRequest.EnterRoom(
                new RoomId.Named(room), Scene.VIDEO_CALL, "offer", MediaFlags.NONE, null, null);
    }

    static ClientRequest.WarmUp warmUp(InviteId id, String room) {
        return warmUp(id, room, MediaFlags.NONE);
    }

    static ClientRequest.WarmUp warmUp(InviteId id, String room, MediaFlags media) {
        return new ClientRequest.WarmUp(id, new RoomId.Named(room), Scene.VIDEO_CALL, "offer", media, null, null);
    }

    void warmsUp(InviteId id, String room) {
        does(warmUp(id, room));
    }

    void exits(String room) {
        does(new ClientRequest.ExitRoom(new RoomId.Named(room)));
    }

    void sends(boolean audio, boolean video, boolean screen) {
        does(new ClientRequest.SetMedia(new MediaFlags(audio, video, screen)));
    }

    /// What it was told since it was last asked, without the times that tell how long a talk is.
    List<ServerEvent> news() {
        return timedNews().stream().map(Phone::untimed).toList();
    }

    /// What it was told since it was last asked.
    List<ServerEvent> timedNews() {
        List<ServerEvent> news = List.copyOf(inbox);
        inbox.clear();
        return news;
    }

    private static ServerEvent untimed(ServerEvent event) {
        return switch (event) {
            case ServerEvent.UserEntered(var who, var _) -> new ServerEvent.UserEntered(who, null);
            case ServerEvent.UserLeft(var who, var reason, var _) -> new ServerEvent.UserLeft(who, reason, null);
            case ServerEvent.RoomEntered(var room, var scene, var users, var elapsed, var _) ->
                new ServerEvent.RoomEntered(room, scene, users, elapsed, null);
            case ServerEvent.InHeldRoom(var room, ServerEvent.UserLeft(var who, var reason, var _)) ->
                new ServerEvent.InHeldRoom(room, new ServerEvent.UserLeft(who, reason, null));
            default -> event;
        };
    }

    <T extends ServerEvent> List<T> news(Class<T> kind) {
        return news().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Ack> answers() {
        return answers;
    }

    void receive(Effect effect) {
        switch (effect) {
            case Effect.Reply(var to, var ack) when to.equals(login) -> answers.add(ack);
            case Effect.Deliver(var to, var event) when to.equals(login) -> inbox.add(event);
            case Effect.CloseLogin(var to, var why) when to.equals(login) -> closed = true;
            default -> {}
        }
    }

    private RequestId next() {
        return new RequestId.Numeric(++requests);
    }
}
