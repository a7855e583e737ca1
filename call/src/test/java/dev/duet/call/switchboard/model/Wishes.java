// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import dev.duet.call.switchboard.model.SwitchboardModelTest.Step;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.Scene;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the devices of a model world ask for, made of random numbers and of what was asked before.
final class Wishes {
    private final List<InviteId> ids = new ArrayList<>(List.of(new InviteId("unknown")));
    private final List<Invite> made = new ArrayList<>();
    private long counter;

    static UserId user(int choice) {
        return new UserId("u" + choice % 4);
    }

    static RoomId room(int choice) {
        return new RoomId.Named("r" + choice % 3);
    }

    /// An invitation has this id.
    void learn(InviteId id) {
        ids.remove(id);
        ids.add(id);
    }

    /// `own` are the invitations that ring for who asks, in or out: most requests are about one of those. `remembers`
    /// says whether the server still knows an invitation of this id.
    ClientRequest of(Step step, List<InviteId> own, Predicate<InviteId> remembers) {
        return switch (step.move()) {
            case LOG_OUT -> new ClientRequest.Logout();
            case INVITE -> invitation(step, remembers);
            case CANCEL -> new ClientRequest.Cancel(id(step, own), "c" + step.c());
            case ACCEPT -> new ClientRequest.Accept(id(step, own), "a" + step.c());
            case REJECT -> new ClientRequest.Reject(id(step, own), "r" + step.c());
            case MODIFY -> new ClientRequest.ModifyInvitation(id(step, own), "m" + step.c());
            case GET -> new ClientRequest.GetInvitation(id(step, own));
            case WARM_UP ->
                new ClientRequest.WarmUp(
                        id(step, own), room(step.c()), Scene.VIDEO_CALL, "offer", media(step), null, null);
            case ENTER ->
                new ClientRequest.EnterRoom(room(step.b()), Scene.VIDEO_CALL, "offer", media(step), null, null);
            case EXIT -> new ClientRequest.ExitRoom(null);
            case EXIT_BY_NAME -> new ClientRequest.ExitRoom(room(step.b()));
            case HOLD -> new ClientRequest.HoldRoom();
            case SET_MEDIA -> new ClientRequest.SetMedia(media(step));
            case SET_RECEIVE -> new ClientRequest.SetReceive(ReceiveWish.ALL);
            case RESTART_ICE -> new ClientRequest.RestartIce("again");
            case START_TEST -> new ClientRequest.StartSpeedTest("offer");
            case STOP_TEST -> new ClientRequest.StopSpeedTest();
            case SUBSCRIBE -> new ClientRequest.SubscribeUserStatus(List.of(user(step.b()), user(step.c())));
            case UNSUBSCRIBE ->
                new ClientRequest.UnsubscribeUserStatus(step.b() % 2 == 0 ? List.of() : List.of(user(step.c())));
            case SAY -> new ClientRequest.SetSelfStatus(step.b() % 3 == 0 ? "" : "s" + step.c() % 3);
            case ASK_STATUS -> new ClientRequest.GetUserStatus(List.of(user(step.b()), user(step.c())));
            default -> throw new AssertionError("no request: " + step.move());
        };
    }

    private static MediaFlags media(Step step) {
        return new MediaFlags(step.b() % 2 == 0, step.b() % 3 == 0, step.c() % 2 == 0);
    }

    private Invite invitation(Step step, Predicate<InviteId> remembers) {
        Duration timeout = switch (step.c() % 8) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(3);
            default -> Duration.ofSeconds(30);
        };
        InviteId given = step.b() % 4 == 0 ? new InviteId("made-" + ++counter) : null;
        Invite fresh = new Invite(user(step.b()), "d" + step.c(), timeout, step.c() % 5 == 0, null, given);
        made.removeIf(one -> !remembers.test(Objects.requireNonNull(one.inviteId())));
        if (given == null) {
            return fresh;
        }
        if (step.a() % 3 == 0 || made.isEmpty()) {
            made.add(fresh);
            return fresh;
        }
        Invite again = made.get(step.c() % made.size());
        return step.a() % 3 == 1 ? again : withId(fresh, again.inviteId());
    }

    private static Invite withId(Invite one, @Nullable InviteId id) {
        return new Invite(one.invitee(), one.data(), one.timeout(), one.onlineUserOnly(), null, id);
    }

    private InviteId id(Step step, List<InviteId> own) {
        if (!own.isEmpty() && step.c() % 5 != 0) {
            return own.get(step.b() % own.size());
        }
        int recent = Math.min(6, ids.size());
        return ids.get(ids.size() - 1 - step.b() % recent);
    }
}
