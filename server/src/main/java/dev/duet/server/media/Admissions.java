// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.UserId;
import dev.duet.media.answer.Answerer;
import dev.duet.media.answer.SdpAnswer;
import dev.duet.media.ice.Credentials;
import dev.duet.media.sdp.SdpRefusal;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Who is in which room and what was agreed with each: answers offers. Belongs to one thread, which is not a media
/// thread: reading an offer takes as long as a hundred packets.
final class Admissions {
    private static final int MOST_USERS = 2;

    private final Answerer answerer;
    private final RandomGenerator random;
    private final Map<RoomKey, Map<UserId, Admission>> rooms = new HashMap<>();

    Admissions(Answerer answerer, RandomGenerator random) {
        this.answerer = answerer;
        this.random = random;
    }

    /// What one user of a room and the server agreed on.
    record Admission(Credentials local, LegSsrcs ssrcs, Negotiated negotiated) {
        /// Whether the association agreed on before can go on: only ICE may be new.
        boolean continues(Admission before) {
            return negotiated.remoteFingerprint().equals(before.negotiated.remoteFingerprint());
        }
    }

    /// The outcome of an offer.
    sealed interface Outcome {
        record Admitted(String answer, Admission admission) implements Outcome {}

        record Turned(String why) implements Outcome {}
    }

    /// Answers the offer of a user who enters, in place of what was agreed with that user before.
    Outcome enter(RoomKey room, UserId user, String offer) {
        Map<UserId, Admission> users = rooms.getOrDefault(room, Map.of());
        if (users.size() >= MOST_USERS && !users.containsKey(user)) {
            return new Outcome.Turned("Two users are in this room already; enter another room.");
        }
        return answer(room, user, offer, LegSsrcs.random(random));
    }

    /// Answers an offer with new ICE credentials of a user who is in the room.
    Outcome restart(RoomKey room, UserId user, String offer) {
        Admission before = rooms.getOrDefault(room, Map.of()).get(user);
        if (before == null) {
            return new Outcome.Turned("You are not in this room; enter it first.");
        }
        Outcome outcome = answer(room, user, offer, before.ssrcs());
        if (outcome instanceof Outcome.Admitted admitted
                && !admitted.admission().continues(before)) {
            rooms.computeIfAbsent(room, _ -> new HashMap<>()).put(user, before);
            return new Outcome.Turned("The offer has another certificate than before; enter the room again.");
        }
        return outcome;
    }

    void leave(RoomKey room, UserId user) {
        rooms.computeIfPresent(room, (_, users) -> {
            users.remove(user);
            return users.isEmpty() ? null : users;
        });
    }

    private Outcome answer(RoomKey room, UserId user, String offer, LegSsrcs ssrcs) {
        Credentials local = Credentials.random(random);
        return switch (answer(room, user, offer, local, ssrcs)) {
            case SdpAnswer.Refused(SdpRefusal refusal) -> new Outcome.Turned(refusal.message());
            case SdpAnswer.Answered answered -> {
                Admission admission = new Admission(local, ssrcs, answered.negotiated());
                rooms.computeIfAbsent(room, _ -> new HashMap<>()).put(user, admission);
                yield new Outcome.Admitted(answered.answer().write(), admission);
            }
        };
    }

    private SdpAnswer answer(RoomKey room, UserId user, String offer, Credentials local, LegSsrcs ssrcs) {
        for (Map.Entry<UserId, Admission> other :
                rooms.getOrDefault(room, Map.of()).entrySet()) {
            if (!other.getKey().equals(user)) {
                return answerer.answer(offer, local, ssrcs, other.getValue().negotiated());
            }
        }
        return answerer.answer(offer, local, ssrcs);
    }
}
