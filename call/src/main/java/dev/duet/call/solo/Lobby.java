// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.solo;

import dev.duet.call.agenda.Ticket;
import dev.duet.call.room.Destination;
import dev.duet.call.roster.Session;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.id.InviteId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A device that connects its media while an invitation rings.
///
/// @param to where it goes when the invitation is accepted
/// @param wish what it wants to be sent, as far as it has said
/// @param since when it asked to warm up
public record Lobby(
        Session session,
        InviteId inviteId,
        Destination to,
        @Nullable ReceiveWish wish,
        State state,
        Instant since) implements Solo {

    /// How far it has come.
    public sealed interface State {
        /// The media has not answered the offer.
        record Asking(Ticket ticket) implements State {}

        /// Nor has it now that the invitation is accepted: the device enters once it does.
        record Called(Ticket ticket) implements State {}

        record Ready() implements State {}

        /// Ready, but its socket is gone.
        record Lost(Instant since) implements State {}
    }

    public static Lobby asking(Session session, Ticket ticket, InviteId inviteId, Destination to, Instant now) {
        return new Lobby(session, inviteId, to, null, new State.Asking(ticket), now);
    }

    @Override
    public Optional<Ticket> waiting() {
        return switch (state) {
            case State.Asking(Ticket ticket) -> Optional.of(ticket);
            case State.Called(Ticket ticket) -> Optional.of(ticket);
            case State.Ready _, State.Lost _ -> Optional.empty();
        };
    }

    public Lobby sends(MediaFlags flags) {
        return leadingTo(to.sending(flags));
    }

    public Lobby wants(ReceiveWish now) {
        return new Lobby(session, inviteId, to, now, state, since);
    }

    public Lobby leadingTo(Destination instead) {
        return new Lobby(session, inviteId, instead, wish, state, since);
    }

    public Lobby become(State next) {
        return new Lobby(session, inviteId, to, wish, next, since);
    }
}
