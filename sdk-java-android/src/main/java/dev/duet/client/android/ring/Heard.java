// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Reads a call from what brings it: the data message of a push, or an invitation on the socket.
public final class Heard {
    /// How long a call rings whose end nobody told: as long as an invitation does unless the caller says
    /// otherwise.
    private static final Duration USUAL = Duration.ofSeconds(30);
    /// No call rings longer, whatever a push says.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Heard() {}

    /// The call that a data message announces; empty when it announces none, or one that has already ended.
    ///
    /// @param data `type` is `call`, `inviteID` its id; `title`, `ext`, `expireAt` in Unix milliseconds if there
    ///     are
    public static Optional<IncomingCall> push(Map<String, String> data, Instant now) {
        String id = text(data, "inviteID");
        if (!text(data, "type").equals("call") || id.isEmpty()) {
            return Optional.empty();
        }
        Instant until = until(text(data, "expireAt"), now);
        if (!until.isAfter(now)) {
            return Optional.empty();
        }
        String ext = text(data, "ext");
        CallText told = CallText.of(ext);
        String name = told.nickname().isEmpty() ? text(data, "title") : told.nickname();
        return Optional.of(new IncomingCall(id, told.sender(), name, told.video(), until, ext));
    }

    /// A call that the socket told of. When it ends the server says; the time here is for a server that cannot.
    public static IncomingCall call(String inviteID, String caller, boolean video, Instant now) {
        return new IncomingCall(inviteID, caller, "", video, now.plus(LONGEST), "");
    }

    /// As [#call], of the data of an invitation, for an app that speaks the guide's signaling.
    public static IncomingCall invitation(String inviteID, String inviter, String data, Instant now) {
        return call(inviteID, inviter, CallText.of(data).video(), now);
    }

    /// The invitation that a data message takes back; empty when it takes back none.
    public static Optional<String> withdrawn(Map<String, String> data) {
        String id = text(data, "inviteID");
        return text(data, "type").equals("cancel") && !id.isEmpty() ? Optional.of(id) : Optional.empty();
    }

    private static Instant until(String millis, Instant now) {
        Instant latest = now.plus(LONGEST);
        try {
            Instant told = millis.isEmpty() ? now.plus(USUAL) : Instant.ofEpochMilli(Long.parseLong(millis));
            return told.isAfter(latest) ? latest : told;
        } catch (NumberFormatException noNumber) {
            return now.plus(USUAL);
        }
    }

    private static String text(Map<String, String> data, String name) {
        return data.getOrDefault(name, "");
    }
}
