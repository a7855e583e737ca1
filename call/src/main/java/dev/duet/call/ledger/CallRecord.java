// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ledger;

import dev.duet.call.ledger.Talk.Leaving;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call, from its invitation as far as it has come; `endedAt` is null until it is over.
public record CallRecord(
        InviteId inviteId,
        UserId inviter,
        UserId invitee,
        Ring ring,
        Talk talk,
        @Nullable Instant endedAt) {

    static CallRecord of(CallEvent.Invited invited) {
        return new CallRecord(
                invited.inviteId(),
                invited.inviter(),
                invited.invitee(),
                new Ring(invited.at(), null, null),
                Talk.NONE,
                null);
    }

    /// Why the call ended.
    public EndReason reason() {
        Ring.End end = ring.end();
        if (end == null) {
            return EndReason.UNKNOWN;
        }
        return switch (end.outcome()) {
            case REJECTED -> EndReason.REJECT;
            case BUSY -> EndReason.LINE_BUSY;
            case CANCELLED -> EndReason.CANCELED;
            case TIMED_OUT -> ring.deliveredAt() == null ? EndReason.OFFLINE : EndReason.NO_RESPONSE;
            case ACCEPTED -> reason(talk.firstOut());
        };
    }

    /// Why the call ended for one device: for the invitee's other devices the answer was the end.
    public EndReason reasonFor(DeviceKey device) {
        Ring.End end = ring.end();
        if (end == null || end.by() == null || !device.user().equals(invitee) || device.equals(end.by())) {
            return reason();
        }
        return switch (end.outcome()) {
            case ACCEPTED -> EndReason.OTHER_DEVICE_ACCEPTED;
            case REJECTED -> EndReason.OTHER_DEVICE_REJECT;
            case BUSY, CANCELLED, TIMED_OUT -> reason();
        };
    }

    /// The record after one more event of the same call.
    CallRecord after(CallEvent event) {
        return switch (event) {
            case CallEvent.Invited _ -> this;
            case CallEvent.Delivered delivered -> with(ring.delivered(delivered.at()));
            case CallEvent.Ended ended ->
                with(ring.ended(new Ring.End(ended.outcome(), ended.by(), ended.at())))
                        .overAt(ended.outcome().leadsToRoom() ? null : ended.at());
            case CallEvent.Abandoned abandoned -> overAt(abandoned.at());
            case CallEvent.Entered entered -> with(talk.entered(entered));
            case CallEvent.Left left -> with(talk.left(left));
            case CallEvent.Dissolved dissolved -> overAt(dissolved.at());
        };
    }

    private static EndReason reason(@Nullable Leaving firstOut) {
        if (firstOut == null) {
            return EndReason.UNKNOWN;
        }
        return switch (firstOut.departure()) {
            case LEFT -> EndReason.HANGUP;
            case TIMED_OUT -> EndReason.OFFLINE;
            case KICKED, DISPLACED, DISSOLVED -> EndReason.END_BY_SERVER;
        };
    }

    private CallRecord with(Ring next) {
        return new CallRecord(inviteId, inviter, invitee, next, talk, endedAt);
    }

    private CallRecord with(Talk next) {
        return new CallRecord(inviteId, inviter, invitee, ring, next, endedAt);
    }

    private CallRecord overAt(@Nullable Instant at) {
        return new CallRecord(inviteId, inviter, invitee, ring, talk, at);
    }
}
