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
import org.jspecify.annotations.Nullable;

/// Who is in which room, lobby or mirror and what was agreed with each: answers offers. Belongs to one thread, which is
/// not a media
/// thread: reading an offer takes as long as a hundred packets.
final class Admissions {
    private static final int MOST_USERS = 2;

    private final Answerer answerer;
    private final RandomGenerator random;
    private final Map<RoomKey, Map<UserId, Admission>> rooms = new HashMap<>();
    private final Map<SoloKey, Admission> lobbies = new HashMap<>();
    private final Map<SoloKey, Admission> mirrors = new HashMap<>();

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
        if (!hasPlace(room, user)) {
            return new Outcome.Turned("Two users are in this room already; enter another room.");
        }
        return keep(room, user, answer(offer, LegSsrcs.random(random), whoElse(room, user)));
    }

    /// Answers an offer with new ICE credentials of a user who is in the room.
    Outcome restart(RoomKey room, UserId user, String offer) {
        Admission before = rooms.getOrDefault(room, Map.of()).get(user);
        return before == null
                ? new Outcome.Turned("You are not in this room; enter it first.")
                : keep(room, user, restart(before, offer));
    }

    void leave(RoomKey room, UserId user) {
        rooms.computeIfPresent(room, (_, users) -> {
            users.remove(user);
            return users.isEmpty() ? null : users;
        });
    }

    /// Answers the offer of a device that waits for its room, in place of what was agreed with that device before.
    ///
    /// Who will be in the room is not known yet, so the answer holds every codec that we know. They stand in one
    /// order in all answers, and so both sides send the first one that both have.
    Outcome await(SoloKey solo, String offer) {
        return keep(solo, lobbies, answer(offer, LegSsrcs.random(random), null));
    }

    /// Answers the offer of a device that wants its own media back, in place of what was agreed with that device
    /// before.
    Outcome reflect(SoloKey solo, String offer) {
        return keep(solo, mirrors, answer(offer, LegSsrcs.random(random), null));
    }

    /// Answers an offer with new ICE credentials of a device in a lobby or in front of a mirror.
    Outcome restart(SoloKey solo, String offer) {
        Map<SoloKey, Admission> place = lobbies.containsKey(solo) ? lobbies : mirrors;
        Admission before = place.get(solo);
        return before == null
                ? new Outcome.Turned("This device has no media to restart; warm up or enter a room first.")
                : keep(solo, place, restart(before, offer));
    }

    /// Lets who waits in a lobby into a room with what was agreed; `false` when nobody waits or the room has no place.
    boolean adopt(SoloKey solo, RoomKey room, UserId user) {
        if (!lobbies.containsKey(solo) || !hasPlace(room, user)) {
            return false;
        }
        rooms.computeIfAbsent(room, _ -> new HashMap<>()).put(user, lobbies.remove(solo));
        return true;
    }

    void close(SoloKey solo) {
        lobbies.remove(solo);
        mirrors.remove(solo);
    }

    private boolean hasPlace(RoomKey room, UserId user) {
        Map<UserId, Admission> users = rooms.getOrDefault(room, Map.of());
        return users.size() < MOST_USERS || users.containsKey(user);
    }

    /// What was agreed with the other user of a room, or null.
    private @Nullable Negotiated whoElse(RoomKey room, UserId user) {
        for (Map.Entry<UserId, Admission> other :
                rooms.getOrDefault(room, Map.of()).entrySet()) {
            if (!other.getKey().equals(user)) {
                return other.getValue().negotiated();
            }
        }
        return null;
    }

    /// Streams go on as they are, so the codecs stay those agreed on before.
    private Outcome restart(Admission before, String offer) {
        Outcome outcome = answer(offer, before.ssrcs(), before.negotiated());
        return outcome instanceof Outcome.Admitted admitted
                        && !admitted.admission().continues(before)
                ? new Outcome.Turned("The offer has another certificate than before; connect anew.")
                : outcome;
    }

    private Outcome answer(String offer, LegSsrcs ssrcs, @Nullable Negotiated bound) {
        Credentials local = Credentials.random(random);
        SdpAnswer answer =
                bound == null ? answerer.answer(offer, local, ssrcs) : answerer.answer(offer, local, ssrcs, bound);
        return switch (answer) {
            case SdpAnswer.Refused(SdpRefusal refusal) -> new Outcome.Turned(refusal.message());
            case SdpAnswer.Answered answered ->
                new Outcome.Admitted(answered.answer().write(), new Admission(local, ssrcs, answered.negotiated()));
        };
    }

    private Outcome keep(RoomKey room, UserId user, Outcome outcome) {
        if (outcome instanceof Outcome.Admitted admitted) {
            rooms.computeIfAbsent(room, _ -> new HashMap<>()).put(user, admitted.admission());
        }
        return outcome;
    }

    private Outcome keep(SoloKey solo, Map<SoloKey, Admission> place, Outcome outcome) {
        if (outcome instanceof Outcome.Admitted admitted) {
            close(solo);
            place.put(solo, admitted.admission());
        }
        return outcome;
    }
}
