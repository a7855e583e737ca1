// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.roster.LoginPolicy;
import dev.duet.call.switchboard.AppPolicy;
import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.call.switchboard.Census;
import dev.duet.call.switchboard.Command;
import dev.duet.call.switchboard.Effect;
import dev.duet.call.switchboard.Effect.CloseReason;
import dev.duet.call.switchboard.MediaAnswer;
import dev.duet.call.switchboard.Offer;
import dev.duet.call.switchboard.Switchboard;
import dev.duet.call.switchboard.model.SwitchboardModelTest.Step;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Device;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Platform;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A switchboard, a model of it, and the devices in between: four users with three browsers each, three rooms. After
/// each step all three have to agree.
final class ModelWorld {
    private record Asked(Request request, @Nullable Ack ack) {}

    private final Switchboard switchboard;
    private final NaiveModel model;
    private final Wishes wishes = new Wishes();
    private final Studio studio = new Studio();
    private final Map<LoginId, Mirror> mirrors = new HashMap<>();
    private final Map<LoginId, Map<RequestId, Ack>> answered = new HashMap<>();
    private final Map<LoginId, Asked> latest = new HashMap<>();
    private final Map<InviteId, Integer> outcomes = new HashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
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
            case LOG_IN -> logIn(new DeviceKey(Wishes.user(step.a()), new DeviceId("d" + step.b() % 3)));
            case WAIT ->
                pass(step.a() % 20 == 0 ? Duration.ofSeconds(step.b() % 70) : Duration.ofMillis(step.b() * 2L));
            case MEDIA_ANSWERS -> mediaAnswers(step.a(), step.b() % 6 != 0);
            case MEDIA_LOST -> mediaChanges(step.a(), true);
            case MEDIA_BACK -> mediaChanges(step.a(), false);
            case KICK -> kick(Wishes.user(step.a()));
            case OPERATOR_REMOVES -> remove(Wishes.user(step.a()), Wishes.room(step.b()));
            case OPERATOR_DISSOLVES -> dissolve(Wishes.room(step.b()));
            default -> somebody(step.a(), step);
        }
        agree();
    }

    void everybodyGoesForADay() {
        doers().forEach(this::losesSocket);
        while (!studio.offers.isEmpty()) {
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
            case ENTER, WARM_UP -> {
                ask(doer, wishes.of(step, model.ringingAt(doer), model::remembers));
                if (step.c() % 2 == 0) {
                    mediaAnswers(Math.max(0, studio.offers.size() - 1), true);
                }
            }
            default -> ask(doer, wishes.of(step, model.ringingAt(doer), model::remembers));
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
        model.logIn(new Doer(device, login), tooMany, now);
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
                .flatMap(effect -> effect instanceof Effect.Reply(var _, Ack.Done(var _, Result.LoggedIn it))
                        ? Stream.of(it)
                        : Stream.empty())
                .findFirst()
                .orElseThrow();
        assertThat(answer.pending().stream().map(one -> List.of(one.inviteId(), one.data(), endOf(one.end()))))
                .containsExactlyElementsOf(model.rings.stream()
                        .filter(ring -> ring.isShownTo(user))
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
        model.kick(user, now);
    }

    private void remove(UserId user, RoomId room) {
        carryOut(new Command.RemoveFromRoom(room, user));
        model.rooms.remove(user, room, now);
    }

    private void dissolve(RoomId room) {
        carryOut(new Command.DissolveRoom(room));
        for (int i = 0; i < 4; i++) {
            model.rooms.remove(Wishes.user(i), room, now);
        }
    }

    private void mediaAnswers(int choice, boolean accepts) {
        if (studio.offers.isEmpty()) {
            return;
        }
        Offer offer = studio.offers.remove(choice % studio.offers.size());
        carryOut(new Command.Negotiated(
                offer.login(),
                offer.request(),
                accepts ? new MediaAnswer.Answered("sdp") : new MediaAnswer.Refused("no")));
        model.rooms.negotiated(offer.login(), offer.request(), accepts, now);
    }

    private void mediaChanges(int choice, boolean lost) {
        UserId user = Wishes.user(choice);
        Seat seat = model.rooms.seats.get(user);
        if (seat != null) {
            model.rooms.mediaChanges(user, lost ? now : null);
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
        InviteId made = ack instanceof Ack.Done(var _, Result.Invited(var id, var _)) ? id : null;
        ErrorCode expected = model.ask(doer, request.id(), body, made, now);
        assertThat(code).as(body.toString()).isEqualTo(expected);
        assertThat(ack == null).as("waits: %s", body).isEqualTo(waits(body) && code == null);
        if (code == null) {
            did(doer, mirror, body, ack);
        }
        if (made != null) {
            wishes.learn(made);
        }
    }

    private static boolean waits(ClientRequest body) {
        return body instanceof ClientRequest.EnterRoom
                || body instanceof ClientRequest.WarmUp
                || body instanceof ClientRequest.RestartIce
                || body instanceof ClientRequest.StartSpeedTest;
    }

    private void did(Doer doer, Mirror mirror, ClientRequest body, @Nullable Ack ack) {
        switch (body) {
            case ClientRequest.Cancel cancel -> mirror.ends(cancel.inviteId());
            case ClientRequest.Accept accept -> mirror.ends(accept.inviteId());
            case ClientRequest.Reject reject -> mirror.ends(reject.inviteId());
            case ClientRequest.ExitRoom(var room) -> mirror.exits(room);
            case ClientRequest.HoldRoom _ -> mirror.holds();
            case ClientRequest.SubscribeUserStatus(var users) ->
                users.forEach(user -> mirror.watched.put(user, model.presence.of(user)));
            case ClientRequest.UnsubscribeUserStatus _ ->
                mirror.watched.keySet().retainAll(Objects.requireNonNull(model.presence.watching.get(doer.login())));
            case ClientRequest.GetUserStatus(var users) ->
                assertThat(ack)
                        .isInstanceOfSatisfying(
                                Ack.Done.class,
                                done -> assertThat(done.result())
                                        .isEqualTo(new Result.Statuses(users.stream()
                                                .distinct()
                                                .map(model.presence::of)
                                                .toList())));
            default -> {}
        }
    }

    private void repeat(Doer doer) {
        Asked asked = latest.get(doer.login());
        if (asked == null
                || asked.request.body() instanceof ClientRequest.GetInvitation
                || asked.request.body() instanceof ClientRequest.GetUserStatus
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
            studio.receive(effect);
            switch (effect) {
                case Effect.Reply(var login, var ack) -> replied(login, ack);
                case Effect.Deliver(var login, var event) -> mirror(login).hears(event);
                case Effect.CloseLogin(var login, var _) -> {
                    mirror(login);
                    mirrors.remove(login);
                }
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
            case Effect.Reply(var _, Ack.Refused(var _, var refusal)) ->
                refusal.code().name();
            case Effect.Reply _ -> "yes";
            case Effect.Deliver(var _, ServerEvent.InHeldRoom(var _, var news)) ->
                "Held" + news.getClass().getSimpleName();
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
            RoomId room = model.rooms.entering.values().stream()
                    .filter(open -> open.doer().login().equals(login))
                    .map(NaiveRooms.Entering::room)
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
        model.online.values().forEach(login -> knowsTheWatched(login, mirror(login)));
        studio.agrees(model.rooms);
        noLobbyOutlivesItsInvitation();
        Census census = switchboard.census();
        assertThat(census.logins()).isEqualTo(model.online.size()).isEqualTo(mirrors.size());
        assertThat(census.remembered()).isEqualTo(model.rings.size());
        assertThat(census.ringing()).isEqualTo((int)
                model.rings.stream().filter(ring -> ring.end == null).count());
        assertThat(census.occupants()).isEqualTo(model.rooms.seats.size() + model.rooms.held.size());
        assertThat(census.connecting()).isEqualTo(model.rooms.waiting.size());
        assertThat(census.solos()).isEqualTo(model.rooms.solos.size());
        assertThat(census.subscriptions()).isEqualTo(model.presence.count());
    }

    /// But for one whose media has still to answer, and that then enters.
    private void noLobbyOutlivesItsInvitation() {
        assertThat(model.rooms.solos.values().stream().filter(Solo::isLobby)).allSatisfy(lobby -> {
            Ring ring = model.find(Objects.requireNonNull(lobby.invitation));
            assertThat(lobby.called || (ring != null && ring.end == null))
                    .as("%s rings", lobby.invitation)
                    .isTrue();
        });
    }

    private void believesTheTruth(DeviceKey device, Mirror mirror) {
        UserId user = device.user();
        assertThat(mirror.ringingIn)
                .isEqualTo(model.ringingFor(user).stream().map(ring -> ring.id).collect(Collectors.toSet()));
        assertThat(mirror.ringingOut).allSatisfy(id -> {
            Ring ring = model.find(id);
            assertThat(ring != null && ring.end == null).as("%s rings", id).isTrue();
        });
        believesTheTruth(device, mirror.room, model.rooms.seats.get(user));
        believesTheTruth(device, mirror.held, model.rooms.held.get(user));
    }

    private void believesTheTruth(DeviceKey device, Mirror.Place place, @Nullable Seat seat) {
        RoomId truth = seat != null && seat.isOn(device) ? seat.room : null;
        assertThat(place.id).isEqualTo(truth);
        assertThat(place.users()).isEqualTo(truth == null ? Set.of() : model.rooms.othersOf(device.user(), truth));
    }

    private void knowsTheWatched(LoginId login, Mirror mirror) {
        assertThat(mirror.watched.keySet()).isEqualTo(model.presence.watching.getOrDefault(login, Set.of()));
        mirror.watched.forEach((user, status) -> assertThat(status).isEqualTo(model.presence.of(user)));
    }
}
