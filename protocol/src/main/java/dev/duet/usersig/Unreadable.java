// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

/// Why a ticket cannot be decoded, as the end of a sentence that begins with "The ticket cannot be read:"; it never
/// leaves this package.
final class Unreadable extends Exception {
    Unreadable(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
