// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.roster.LoginPolicy;
import java.time.Duration;

/// What an app may choose about its calls.
///
/// @param vanishAfter how long a user in a room may be silent, on its socket and its media both, before it leaves
public record AppPolicy(BusyPolicy busy, LoginPolicy logins, Duration vanishAfter) {

    public static final AppPolicy DEFAULT =
            new AppPolicy(BusyPolicy.CLIENT, LoginPolicy.GENEROUS, Duration.ofSeconds(15));

    /// Who answers for a busy invitee.
    public enum BusyPolicy {
        /// The server rejects at once, with data whose reason is busy.
        SERVER,
        /// The invitee's client gets the invitation and decides.
        CLIENT
    }
}
