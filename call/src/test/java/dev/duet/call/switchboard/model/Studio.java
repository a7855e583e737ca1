// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.switchboard.Effect;
import dev.duet.call.switchboard.Offer;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The media of a model world: which legs there are, and the offers it has not answered. It is never told to work on a
/// leg that it does not have.
final class Studio {
    private record Leg(RoomId room, UserId user) {}

    final List<Offer> offers = new ArrayList<>();
    private final Set<Leg> legs = new HashSet<>();
    private final Set<LoginId> solos = new HashSet<>();

    void receive(Effect effect) {
        Offer.in(effect).ifPresent(offers::add);
        switch (effect) {
            case Effect.Negotiate it -> legs.add(new Leg(it.room(), it.user()));
            case Effect.LeaveMedia(var room, var user) -> legs.remove(new Leg(room, user));
            case Effect.RestartIce it -> assertThat(legs).contains(new Leg(it.room(), it.user()));
            case Effect.Receive it -> assertThat(legs).contains(new Leg(it.room(), it.user()));
            case Effect.WarmUp it -> isNew(it.login());
            case Effect.OpenMirror it -> isNew(it.login());
            case Effect.RestartSoloIce it -> assertThat(solos).contains(it.login());
            case Effect.ReceiveSolo it -> assertThat(solos).contains(it.login());
            case Effect.CloseSolo(var login) -> assertThat(solos.remove(login)).isTrue();
            case Effect.AdoptWarm(var login, var room, var user) -> {
                assertThat(solos.remove(login)).isTrue();
                legs.add(new Leg(room, user));
            }
            default -> {}
        }
    }

    void agrees(NaiveRooms rooms) {
        Set<Leg> expected = new HashSet<>();
        rooms.seats.forEach((user, seat) -> expected.add(new Leg(seat.room, user)));
        rooms.entering.forEach((user, open) -> expected.add(new Leg(open.room(), user)));
        assertThat(legs).isEqualTo(expected);
        assertThat(solos).isEqualTo(rooms.solos.keySet());
    }

    private void isNew(LoginId login) {
        assertThat(solos.add(login))
                .as("%s has media of its own already", login)
                .isTrue();
    }
}
