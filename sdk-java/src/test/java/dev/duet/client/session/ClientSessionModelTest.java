// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.frame.InvitationInfo;
import dev.duet.frame.InvitationInfo.End;
import dev.duet.frame.InvitationInfo.Outcome;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.testkit.RandomSequences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that invites, ends, repeats itself and loses its sockets at random: of every invitation the client tells
/// the
/// beginning once, then the end once, and in the end knows what the server knows.
class ClientSessionModelTest {
    private static final int STEPS = 1_000;
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private enum What {
        INVITE,
        END,
        REPEAT,
        CUT,
        RECONNECT,
        PASS
    }

    private record Step(What what, int number) {}

    private static Step step(RandomGenerator random) {
        What[] all = What.values();
        return new Step(all[random.nextInt(all.length)], random.nextInt(1_000));
    }

    @Test
    void each_invitation_is_told_once_and_ends_once() {
        RandomSequences.check(System.nanoTime(), STEPS, ClientSessionModelTest::step, steps -> new Play().all(steps));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_same_holds_for_known_seeds(long seed) {
        RandomSequences.check(seed, STEPS, ClientSessionModelTest::step, steps -> new Play().all(steps));
    }

    /// One client and the naive server beside it.
    private static final class Play {
        private final Driver client = new Driver();
        private final Map<InviteId, InvitationInfo> pending = new LinkedHashMap<>();
        private final List<ServerEvent> said = new ArrayList<>();
        /// By invitation: `rings` and then how it ended.
        private final Map<InviteId, List<String>> told = new HashMap<>();

        private boolean connected = true;
        private int last;

        void all(List<Step> steps) {
            client.goOnline();
            steps.forEach(this::take);
            reconnect();
            judge();
        }

        private void take(Step step) {
            switch (step.what()) {
                case INVITE -> invite();
                case END -> end(step.number());
                case REPEAT -> repeat(step.number());
                case CUT -> cut();
                case RECONNECT -> reconnect();
                case PASS -> pass(step.number());
            }
        }

        /// A silence that lasts has the client replace its socket.
        private void pass(int millis) {
            if (connected) {
                hear(client.pass(Duration.ofMillis(millis)));
                connected = client.machine.state() instanceof SessionState.Online;
            }
        }

        private void invite() {
            InvitationInfo made = ringing(new InviteId("i" + ++last));
            pending.put(made.inviteId(), made);
            say(new ServerEvent.NewInvitation(made));
        }

        private static InvitationInfo ringing(InviteId id) {
            return ended(id, null);
        }

        private static InvitationInfo ended(InviteId id, @Nullable End end) {
            Instant then = Instant.ofEpochMilli(1_000);
            return new InvitationInfo(
                    id, Driver.ALICE, List.of(Driver.BOB), "d", Duration.ofSeconds(30), then, then, false, end);
        }

        private void end(int number) {
            List<InvitationInfo> rings =
                    pending.values().stream().filter(each -> each.end() == null).toList();
            if (rings.isEmpty()) {
                return;
            }
            InviteId id = rings.get(number % rings.size()).inviteId();
            Outcome outcome = OUTCOMES.get(number % OUTCOMES.size());
            pending.put(id, ended(id, new End(outcome, "")));
            say(
                    switch (outcome) {
                        case ACCEPTED -> new ServerEvent.InviteeAccepted(id, Driver.BOB, "", new DeviceId("d2"));
                        case REJECTED -> new ServerEvent.InviteeRejected(id, Driver.BOB, "", new DeviceId("d2"));
                        case CANCELLED -> new ServerEvent.InvitationCancelled(id, Driver.ALICE, "");
                        case TIMED_OUT -> new ServerEvent.InvitationTimeout(id, List.of(Driver.BOB));
                    });
        }

        private void say(ServerEvent event) {
            said.add(event);
            if (connected) {
                hear(client.tell(event));
            }
        }

        private void repeat(int number) {
            if (connected && !said.isEmpty()) {
                ServerEvent again = said.get(said.size() - 1 - number % Math.min(5, said.size()));
                boolean known = client.machine.knows(of(again));
                if (known) {
                    hear(client.tell(again));
                }
            }
        }

        private void cut() {
            if (connected) {
                connected = false;
                hear(client.feed(new SessionInput.SocketLost(client.socket(), 0)));
            }
        }

        private void reconnect() {
            if (!connected) {
                connected = true;
                hear(client.pass(Duration.ofMillis(300)));
                hear(client.openAndLogIn(Driver.greeting(pending.values().toArray(InvitationInfo[]::new))));
            }
        }

        private void hear(List<SessionEffect> effects) {
            for (ServerEvent event : Driver.events(effects)) {
                told.computeIfAbsent(of(event), id -> new ArrayList<>())
                        .add(
                                event instanceof ServerEvent.NewInvitation
                                        ? "rings"
                                        : event.getClass().getSimpleName());
            }
        }

        private static InviteId of(ServerEvent event) {
            return switch (event) {
                case ServerEvent.NewInvitation(var invitation) -> invitation.inviteId();
                case ServerEvent.InviteeAccepted it -> it.inviteId();
                case ServerEvent.InviteeRejected it -> it.inviteId();
                case ServerEvent.InvitationCancelled it -> it.inviteId();
                case ServerEvent.InvitationTimeout it -> it.inviteId();
                default -> throw new AssertionError("nobody said " + event);
            };
        }

        private void judge() {
            pending.forEach((id, invitation) -> {
                End end = invitation.end();
                List<String> wanted = end == null ? List.of("rings") : List.of("rings", word(end.outcome()));
                assertThat(told).as("what was told of %s", id).containsEntry(id, wanted);
            });
            assertThat(told).hasSameSizeAs(pending);
        }

        private static String word(Outcome outcome) {
            return switch (outcome) {
                case ACCEPTED -> "InviteeAccepted";
                case REJECTED -> "InviteeRejected";
                case CANCELLED -> "InvitationCancelled";
                case TIMED_OUT -> "InvitationTimeout";
            };
        }
    }
}
