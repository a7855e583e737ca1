// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ledger;

/// Why a call ended, with the number under which clients of the original service know it.
public enum EndReason {
    UNKNOWN(0),
    HANGUP(1),
    REJECT(2),
    /// It rang and nobody answered.
    NO_RESPONSE(3),
    /// It rang nowhere, or a user vanished from the call.
    OFFLINE(4),
    LINE_BUSY(5),
    CANCELED(6),
    /// Only as seen by a device: another device of the same user took the call.
    OTHER_DEVICE_ACCEPTED(7),
    /// Only as seen by a device: another device of the same user declined.
    OTHER_DEVICE_REJECT(8),
    END_BY_SERVER(9);

    private final int number;

    EndReason(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
