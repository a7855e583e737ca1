// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.RoomWire;
import dev.duet.client.call.machine.Stage;
import dev.duet.client.call.offer.CallOffer;
import dev.duet.client.call.state.CallDirection;
import dev.duet.frame.InvitationInfo;
import dev.duet.id.InviteId;
import java.time.Duration;
import java.time.Instant;

/// How a call begins.
sealed interface CallStart {
    /// The server's own word on a timeout must have had time to arrive.
    Duration GRACE = Duration.ofSeconds(10);

    String peer();

    InviteId inviteId();

    CallOffer offer();

    CallDirection direction();

    Stage firstStage(RoomWire wire);

    /// This user calls.
    ///
    /// @param timeout zero rings for ever
    record Outgoing(String peer, InviteId inviteId, CallOffer offer, Duration timeout) implements CallStart {
        @Override
        public CallDirection direction() {
            return CallDirection.OUTGOING;
        }

        @Override
        public Stage firstStage(RoomWire wire) {
            return Stage.dialling(
                    timeout.isZero() ? Instant.MAX : wire.now().plus(timeout).plus(GRACE));
        }
    }

    /// Somebody else calls.
    ///
    /// @param waits another call is in progress: the devices and the way to the server are taken
    record Incoming(InvitationInfo invitation, CallOffer offer, boolean waits) implements CallStart {
        @Override
        public String peer() {
            return invitation.inviter().text();
        }

        @Override
        public InviteId inviteId() {
            return invitation.inviteId();
        }

        @Override
        public CallDirection direction() {
            return CallDirection.INCOMING;
        }

        @Override
        public Stage firstStage(RoomWire wire) {
            if (invitation.timeout().isZero()) {
                return Stage.ringing(Instant.MAX);
            }
            Duration left = Duration.between(wire.serverNow(), invitation.deadline());
            Instant deadline = wire.now().plus(left.isNegative() ? Duration.ZERO : left);
            return Stage.ringing(deadline.plus(GRACE));
        }
    }
}
