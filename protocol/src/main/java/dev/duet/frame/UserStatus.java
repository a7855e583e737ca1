// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.UserId;

/// Whether a user can be reached, on any device, and what it says of itself, at most 100 characters.
public record UserStatus(UserId userId, Presence presence, String customStatus) {

    /// With its number on the wire. The server never says that it does not know; a client may.
    public enum Presence {
        UNKNOWN(0),
        /// At least one device is logged in.
        ONLINE(1),
        /// The last device was lost and did not log out.
        OFFLINE(2),
        /// Never logged in, or the last device logged out.
        LOGGED_OUT(3);

        private final int number;

        Presence(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
