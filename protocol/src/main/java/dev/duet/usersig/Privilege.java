// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

/// What the holder of a PrivateMapKey may do in its room; each is one bit.
public enum Privilege {
    CREATE_ROOM(1),
    ENTER_ROOM(2),
    SEND_AUDIO(4),
    RECEIVE_AUDIO(8),
    SEND_VIDEO(16),
    RECEIVE_VIDEO(32),
    SEND_SCREEN(64),
    RECEIVE_SCREEN(128);

    private final int bit;

    Privilege(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }
}
