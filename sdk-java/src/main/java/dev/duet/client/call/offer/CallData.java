// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.offer;

import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.RejectReason;
import dev.duet.id.RoomId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// The convention of `data` that clients use among themselves.
public final class CallData {
    private static final String VIDEO = "videoCall";
    private static final String AUDIO = "audioCall";

    private CallData() {}

    public static String invite(CallOffer offer) {
        return command(offer.media(), "roomId", json(Objects.requireNonNull(offer.room(), "room of an own call")));
    }

    public static String reject(CallMedia media, RejectReason reason) {
        return command(media, "reason", quoted(reason.name().toLowerCase(Locale.ROOT)));
    }

    private static String command(CallMedia media, String name, String value) {
        String callType = quoted(media == CallMedia.VIDEO ? VIDEO : AUDIO);
        return "{\"cmd\":\"av_call\",\"msg\":{\"callType\":" + callType + "," + quoted(name) + ":" + value + "}}";
    }

    private static String json(RoomId room) {
        return switch (room) {
            case RoomId.Named named -> quoted(named.name());
            case RoomId.Numbered numbered -> Long.toString(numbered.number());
        };
    }

    /// Nothing that is written here has a character that JSON would want escaped, the names of rooms neither.
    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /// The call that an invitation offers; empty when it is about something else.
    public static Optional<CallOffer> readOffer(String data) {
        return CommandReader.read(data).flatMap(CallData::offer);
    }

    private static Optional<CallOffer> offer(CommandReader.Body body) {
        if (!body.namesRoom()) {
            return Optional.empty();
        }
        return switch (body.callType()) {
            case VIDEO -> Optional.of(new CallOffer(CallMedia.VIDEO, body.room()));
            case AUDIO -> Optional.of(new CallOffer(CallMedia.AUDIO, body.room()));
            default -> Optional.empty();
        };
    }

    /// Why somebody said no; plain unwillingness when it does not say.
    public static RejectReason readReason(String data) {
        return CommandReader.read(data)
                .filter(body -> body.reason().equals("busy"))
                .map(busy -> RejectReason.BUSY)
                .orElse(RejectReason.ACTIVE);
    }
}
