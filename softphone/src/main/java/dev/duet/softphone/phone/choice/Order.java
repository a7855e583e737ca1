// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone.choice;

import dev.duet.client.call.state.CallMedia;
import dev.duet.client.socket.Address;
import dev.duet.id.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the telephone is asked to do.
///
/// @param peer who is called; null to wait for calls
/// @param self who calls or waits
/// @param ring how long it rings, in whole seconds
public record Order(
        @Nullable String peer,
        boolean answer,
        String self,
        CallMedia media,
        Files files,
        String server,
        Ticket ticket,
        Duration ring) {
    /// What is sent instead of what devices give.
    public record Files(@Nullable Path video, @Nullable Path audio) {}

    /// A ticket that the user has; nulls for none.
    public record Ticket(@Nullable String userSig, @Nullable Long sdkAppId) {
        boolean isHalf() {
            return (userSig == null) != (sdkAppId == null);
        }
    }

    /// What is wrong with it, in a sentence that says what to do.
    public Optional<String> fault() {
        return who().or(this::with);
    }

    private Optional<String> who() {
        String called = peer;
        if (called == null) {
            return answer
                    ? nameFault(self)
                    : Optional.of("Say whom to call, as in ./duet call bob, or --answer to wait for calls.");
        }
        if (answer) {
            return Optional.of("Either call " + called + ", or wait for calls with --answer: not both.");
        }
        if (called.equals(self)) {
            return Optional.of("You are " + self + " yourself: call somebody else, or say who you are with --as NAME.");
        }
        return nameFault(called).or(() -> nameFault(self));
    }

    private static Optional<String> nameFault(String name) {
        return UserId.of(name).isPresent()
                ? Optional.empty()
                : Optional.of("\"" + name + "\" is no name: 1 to 32 letters, digits, _ or - are.");
    }

    private Optional<String> with() {
        if (ticket.isHalf()) {
            return Optional.of("A ticket needs its app, and an app its ticket: give both --ticket SIG and --app ID.");
        }
        if (media == CallMedia.AUDIO && files.video() != null) {
            return Optional.of("A call with --voice has no picture: leave --voice or --video out.");
        }
        if (ring.compareTo(Duration.ofDays(1)) > 0 || ring.compareTo(Duration.ofSeconds(1)) < 0) {
            return Optional.of("It can ring for 1 to 86400 s: give that to --ring.");
        }
        return Address.ofServer(server).isPresent()
                ? Optional.empty()
                : Optional.of("\"" + server + "\" is no address of a server: give one like http://localhost:8080.");
    }
}
