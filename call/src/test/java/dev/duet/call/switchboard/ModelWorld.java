// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.roster.LoginPolicy;
import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.call.switchboard.Effect.CloseReason;
import dev.duet.call.switchboard.NaiveModel.Doer;
import dev.duet.call.switchboard.NaiveModel.Ring;
import dev.duet.call.switchboard.SwitchboardModelTest.Step;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.Device;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Platform;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.id.DeviceId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A switchboard, a model of it, and the devices in between: four users with three browsers each, two rooms. After
/// each step all three have to agree.
final class ModelWorld {
    enum Move {
        LOG_IN(8),
        LOSE_SOCKET(4),
        LOG_OUT(1),
        KICK(1),
        INVITE(16),
        CANCEL(5),
        ACCEPT(7),
        REJECT(4),
        MODIFY(3),
        GET(2),
        REPEAT(3),
        ENTER(9),
        EXIT(4),
        SET_MEDIA(8),
        MEDIA_ANSWERS(6),
        MEDIA_LOST(4),
        MEDIA_BACK(3),
        WAIT(20);

        private final int weight;

        Move(int weight) {
            this.weight = weight;
        }

        static Move random(RandomGenerator random) {
            int left =
                    random.nextInt(Stream.of(values()).mapToInt(it -> it.weight).sum());
            for (Move move : values()) {
                left -= move.weight;
                if (left < 0) {
                    return move;
                }
            }
            throw new AssertionError("the weights add up");
        }
    }

    private record Asked(Request request, @Nullable Ack ack) {}

    private record Leg(RoomId room, UserId user) {}

    private final Switchboard switchboard;
    private final NaiveModel model;
    private final Map<LoginId, Mirror> mirrors = new HashMap<>();
    private final Map<LoginId, Map<RequestId, Ack>> answered = new HashMap<>();
    private final Map<LoginId, Asked> latest = new HashMap<>();
    private final List<Effect.Negotiate> offers = new ArrayList<>();
    private final Set<Leg> media = new HashSet<>();
    private final Map<InviteId, Integer> outcomes = new HashMap<>();
    private final List<InviteId> ids = new ArrayList<>(List.of(new InviteId("unknown")));
    private final List<Invite> made = new ArrayList<>();
    private Instant now = Scenario.START;
    private @Nullable Instant wakeAt;
    private long counter;

    /// How often each kind of event, answer and closing was seen.
    final Map<String, Integer> seen = new TreeMap<>();

    ModelWorld(BusyPolicy policy) {
        switchboard = new Switchboard(
                new AppPolicy(policy, LoginPolicy.uniform(2), Duration.ofSeconds(15)), new SplittableRandom(1));
        model = new NaiveModel(policy);
    }

    Census census() {
        return switchboard.census();
    }

    void play(Step step) {
        switch (step.move()) {
            case LOG_IN -> logIn(new DeviceKey(user(step.a()), new DeviceId("d" + step.b() % 3)));
            case WAIT ->
                pass(step.a() % 20 == 0 ? Duration.ofSeconds(step.b() % 70) : Duration.ofMillis(step.b() * 2L));
            case MEDIA_ANSWERS -> mediaAnswers(step.a(), step.b() % 6 != 0);
            case MEDIA_LOST -> mediaChanges(step.a(), true);
            case MEDIA_BACK -> mediaChanges(step.a(), false);
            case KICK -> kick(user(step.a()));
            default -> somebody(step.a(), step);
        }
        agree();
    }

    void everybodyGoesForADay() {
        List.copyOf(model.online.entrySet()).forEach(entry -> losesSocket(new Doer(entry.getKey(), entry.getValue())));
        while (!offers.isEmpty()) {
            mediaAnswers(0, true);
        }
        for (int i = 0; i < 4; i++) {
            mediaChanges(i, true);
        }
        pass(Duration.ofHours(25));
        agree();
    }

    private void somebody(int choice, Step step) {
        if (model.online.isEmpty()) {
            return;
        }
        Doer doer = doers().get(choice % model.online.size());
        switch (step.move()) {
            case LOSE_SOCKET -> losesSocket(doer);
            case REPEAT -> repeat(doer);
            case LOG_OUT -> ask(doer, new ClientRequest.Logout());
            case INVITE -> ask(doer, invitation(step));
            case CANCEL -> ask(doer, new ClientRequest.Cancel(id(step), "c" + step.c()));
            case ACCEPT -> ask(doer, new ClientRequest.Accept(id(step), "a" + step.c()));
            case REJECT -> ask(doer, new ClientRequest.Reject(id(step), "r" + step.c()));
            case MODIFY -> ask(doer, new ClientRequest.ModifyInvitation(id(step), "m" + step.c()));
            case GET -> ask(doer, new ClientRequest.GetInvitation(id(step)));
            case EXIT -> ask(doer, new ClientRequest.ExitRoom(null));
            case SET_MEDIA ->
                ask(
                        doer,
                        new ClientRequest.SetMedia(
                                new MediaFlags(step.b() % 2 == 0, step.b() % 3 == 0, step.c() % 2 == 0)));
            case ENTER -> {
                RoomId room = new RoomId.Named("r" + step.b() % 2);
                ask(doer, new ClientRequest.EnterRoom(room, Scene.VIDEO_CALL, "offer", MediaFlags.NONE, null, null));
                if (step.c() % 2 == 0) {
                    mediaAnswers(Math.max(0, offers.size() - 1), true);
                }
            }
            default -> throw new AssertionError(step.move());
        }
    }

    private void logIn(DeviceKey device) {
        LoginId login = new LoginId("l" + ++counter);
        mirrors.put(login, new Mirror(device.user()));
        LoginId before = model.online.get(device);
        List<Doer> tooMany = model.tooMany(device);
        List<Effect> effects = carryOut(new Command.LogIn(
                login,
                new RequestId.Numeric(0),
                device.user(),
                new Device(device.device(), Platform.WEB, ""),
                Duration.ZERO,
                List.of()));
        model.logIn(new Doer(device, login), tooMany);
        List<Effect> closed = new ArrayList<>();
        if (before != null) {
            closed.add(new Effect.CloseLogin(before, CloseReason.REPLACED));
        }
        tooMany.forEach(one -> closed.add(new Effect.CloseLogin(one.login(), CloseReason.KICKED)));
        assertThat(effects.stream().filter(Effect.CloseLogin.class::isInstance)).containsExactlyElementsOf(closed);
        pendingIsTrue(device.user(), effects);
    }

    private void pendingIsTrue(UserId user, List<Effect> effects) {
        Result.LoggedIn answer = effects.stream()
                .flatMap(effect -> effect instanceof Effect.Reply(var login, Ack.Done(var id, Result.LoggedIn it))
                        ? Stream.of(it)
                        : Stream.empty())
                .findFirst()
                .orElseThrow();
        assertThat(answer.pending().stream().map(one -> List.of(one.inviteId(), one.data(), endOf(one.end()))))
                .containsExactlyElementsOf(model.rings.stream()
                        .filter(ring -> model.shows(user, ring))
                        .map(ring -> List.<Object>of(ring.id, ring.data, endOf(ring.end)))
                        .toList());
    }

    private static Object endOf(InvitationInfo.@Nullable End end) {
        return end == null ? "rings" : end.outcome();
    }

    private void losesSocket(Doer doer) {
        model.losesSocket(doer, now);
        mirrors.remove(doer.login());
        carryOut(new Command.SocketLost(doer.login()));
    }

    private void kick(UserId user) {
        carryOut(new Command.KickUser(user, KickReason.REST_API));
        doers().stream().filter(doer -> doer.user().equals(user)).forEach(model::kicked);
        model.leave(user);
    }

    private void mediaAnswers(int choice, boolean accepts) {
        if (offers.isEmpty()) {
            return;
        }
        Effect.Negotiate offer = offers.remove(choice % offers.size());
        carryOut(new Command.Negotiated(
                offer.login(),
                offer.requestId(),
                accepts ? new MediaAnswer.Answered("sdp") : new MediaAnswer.Refused("no")));
        model.negotiated(offer.user(), offer.login(), offer.requestId(), accepts, now);
    }

    private void mediaChanges(int choice, boolean lost) {
        UserId user = user(choice);
        NaiveModel.Seat seat = model.seats.get(user);
        if (seat != null) {
            seat.noMediaSince = lost ? now : null;
            carryOut(lost ? new Command.MediaLost(seat.room, user, now) : new Command.MediaConnected(seat.room, user));
            model.tick(now);
        }
    }

    private void ask(Doer doer, ClientRequest body) {
        Request request = new Request(new RequestId.Numeric(++counter), body);
        Mirror mirror = mirror(doer.login());
        carryOut(new Command.Ask(doer.login(), request));
        Ack ack = answers(doer.login()).get(request.id());
        latest.put(doer.login(), new Asked(request, ack));
        ErrorCode code = ack instanceof Ack.Refused refused ? refused.refusal().code() : null;
        if (code == ErrorCode.FREQUENCY_LIMIT) {
            return;
        }
        InviteId made = ack instanceof Ack.Done done && done.result() instanceof Result.Invited invited
                ? invited.inviteId()
                : null;
        ErrorCode expected = model.ask(doer, request.id(), body, made, now);
        assertThat(code).as(body.toString()).isEqualTo(expected);
        assertThat(ack == null)
                .as("waits: %s", body)
                .isEqualTo(body instanceof ClientRequest.EnterRoom && code == null);
        if (code == null) {
            did(mirror, body, made);
        }
    }

    private void did(Mirror mirror, ClientRequest body, @Nullable InviteId made) {
        switch (body) {
            case ClientRequest.Cancel cancel -> mirror.ends(cancel.inviteId());
            case ClientRequest.Accept accept -> mirror.ends(accept.inviteId());
            case ClientRequest.Reject reject -> mirror.ends(reject.inviteId());
            case ClientRequest.ExitRoom _ -> mirror.moves(null, List.of());
            default -> {}
        }
        if (made != null) {
            ids.remove(made);
            ids.add(made);
        }
    }

    private void repeat(Doer doer) {
        Asked asked = latest.get(doer.login());
        if (asked == null
                || asked.request.body() instanceof ClientRequest.GetInvitation
                || (asked.ack instanceof Ack.Refused refused
                        && refused.refusal().code() == ErrorCode.FREQUENCY_LIMIT)) {
            return;
        }
        Ack known = answers(doer.login()).get(asked.request.id());
        List<Effect> effects = carryOut(new Command.Ask(doer.login(), asked.request));
        List<Effect> expected = known == null ? List.of() : List.of(new Effect.Reply(doer.login(), known));
        assertThat(effects.stream()
                        .filter(effect -> !(effect instanceof Effect.WakeAt))
                        .toList())
                .isIn(expected, List.of(tooFast(doer, asked)));
    }

    private static Effect tooFast(Doer doer, Asked asked) {
        return new Effect.Reply(
                doer.login(), new Ack.Refused(asked.request.id(), Refusal.of(ErrorCode.FREQUENCY_LIMIT)));
    }

    private void pass(Duration duration) {
        Instant end = now.plus(duration);
        while (wakeAt != null && !wakeAt.isAfter(end)) {
            now = wakeAt.isAfter(now) ? wakeAt : now;
            wakeAt = null;
            model.tick(now);
            receive(switchboard.wake(now));
        }
        now = end;
        model.tick(now);
    }

    private List<Effect> carryOut(Command command) {
        List<Effect> effects = switchboard.handle(command, now);
        receive(effects);
        return effects;
    }

    private void receive(List<Effect> effects) {
        effects.forEach(effect -> {
            seen.merge(kind(effect), 1, Integer::sum);
            switch (effect) {
                case Effect.Reply(var login, var ack) -> replied(login, ack);
                case Effect.Deliver(var login, var event) -> mirror(login).hears(event);
                case Effect.CloseLogin(var login, var why) -> {
                    mirror(login);
                    mirrors.remove(login);
                }
                case Effect.Negotiate offer -> {
                    offers.add(offer);
                    media.add(new Leg(offer.room(), offer.user()));
                }
                case Effect.LeaveMedia(var room, var user) -> media.remove(new Leg(room, user));
                case Effect.Journal(CallEvent.Ended ended) ->
                    assertThat(outcomes.merge(ended.inviteId(), 1, Integer::sum))
                            .as("outcomes of %s", ended.inviteId())
                            .isEqualTo(1);
                case Effect.Journal(CallEvent.Invited invited) -> outcomes.remove(invited.inviteId());
                case Effect.WakeAt(var at) -> wakeAt = at;
                default -> {}
            }
        });
    }

    private static String kind(Effect effect) {
        return switch (effect) {
            case Effect.Reply reply
            when reply.ack() instanceof Ack.Refused refused ->
                refused.refusal().code().name();
            case Effect.Reply _ -> "yes";
            case Effect.Deliver deliver -> deliver.event().getClass().getSimpleName();
            case Effect.CloseLogin close -> close.why().name();
            case Effect.Journal journal -> journal.event().getClass().getSimpleName();
            default -> effect.getClass().getSimpleName();
        };
    }

    private void replied(LoginId login, Ack ack) {
        RequestId id = ack instanceof Ack.Done done ? done.id() : ((Ack.Refused) ack).id();
        boolean news = answers(login).put(id, ack) == null;
        if (news && ack instanceof Ack.Done done) {
            RoomId room = model.entering.values().stream()
                    .filter(open -> open.doer().login().equals(login))
                    .map(NaiveModel.Entering::room)
                    .findFirst()
                    .orElse(null);
            mirror(login).learns(done.result(), room);
        }
    }

    private Mirror mirror(LoginId login) {
        return Objects.requireNonNull(mirrors.get(login), () -> "told a login that is gone: " + login);
    }

    private Map<RequestId, Ack> answers(LoginId login) {
        return answered.computeIfAbsent(login, _ -> new HashMap<>());
    }

    private List<Doer> doers() {
        return model.online.entrySet().stream()
                .map(entry -> new Doer(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void agree() {
        model.online.forEach((device, login) -> believesTheTruth(device, mirror(login)));
        assertThat(media).isEqualTo(legs());
        Census census = switchboard.census();
        assertThat(census.logins()).isEqualTo(model.online.size()).isEqualTo(mirrors.size());
        assertThat(census.remembered()).isEqualTo(model.rings.size());
        assertThat(census.ringing()).isEqualTo((int)
                model.rings.stream().filter(ring -> ring.end == null).count());
        assertThat(census.occupants()).isEqualTo(model.seats.size());
        assertThat(census.connecting()).isEqualTo(model.waitingCount());
    }

    private void believesTheTruth(DeviceKey device, Mirror mirror) {
        UserId user = device.user();
        assertThat(mirror.ringingIn)
                .isEqualTo(model.ringingFor(user).stream().map(ring -> ring.id).collect(Collectors.toSet()));
        assertThat(mirror.ringingOut).allSatisfy(id -> {
            Ring ring = model.find(id);
            assertThat(ring != null && ring.end == null).as("%s rings", id).isTrue();
        });
        NaiveModel.Seat seat = model.seats.get(user);
        if (seat != null && seat.enteredBy.device().equals(device)) {
            if (mirror.room != null) {
                assertThat(mirror.room).isEqualTo(seat.room);
            }
            assertThat(mirror.users()).isEqualTo(model.othersOf(user));
        } else {
            assertThat(mirror.users()).isEmpty();
            assertThat(mirror.room).isNull();
        }
    }

    private Set<Leg> legs() {
        Set<Leg> legs = new HashSet<>();
        model.seats.forEach((user, seat) -> legs.add(new Leg(seat.room, user)));
        model.entering.forEach((user, open) -> legs.add(new Leg(open.room(), user)));
        return legs;
    }

    private Invite invitation(Step step) {
        Duration timeout = switch (step.c() % 8) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(3);
            default -> Duration.ofSeconds(30);
        };
        InviteId given = step.b() % 4 == 0 ? new InviteId("made-" + ++counter) : null;
        Invite fresh = new Invite(user(step.b()), "d" + step.c(), timeout, step.c() % 5 == 0, null, given);
        made.removeIf(one -> !model.remembers(Objects.requireNonNull(one.inviteId())));
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

    private InviteId id(Step step) {
        int recent = Math.min(6, ids.size());
        return ids.get(ids.size() - 1 - step.b() % recent);
    }

    private static UserId user(int choice) {
        return new UserId("u" + choice % 4);
    }
}
