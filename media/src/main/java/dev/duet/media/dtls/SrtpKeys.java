// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

/// The SRTP master keys and salts that a handshake agreed, seen from one side (RFC 5764 section 4.2).
/// The profile is the number of RFC 5764 section 4.1.2 and RFC 7714 section 14.2. Never printed.
public final class SrtpKeys {
    private final int profile;
    private final byte[] sendKey;
    private final byte[] sendSalt;
    private final byte[] receiveKey;
    private final byte[] receiveSalt;

    public SrtpKeys(int profile, byte[] sendKey, byte[] sendSalt, byte[] receiveKey, byte[] receiveSalt) {
        this.profile = profile;
        this.sendKey = sendKey.clone();
        this.sendSalt = sendSalt.clone();
        this.receiveKey = receiveKey.clone();
        this.receiveSalt = receiveSalt.clone();
    }

    public int profile() {
        return profile;
    }

    public byte[] sendKey() {
        return sendKey.clone();
    }

    public byte[] sendSalt() {
        return sendSalt.clone();
    }

    public byte[] receiveKey() {
        return receiveKey.clone();
    }

    public byte[] receiveSalt() {
        return receiveSalt.clone();
    }

    /// Names the profile and no secret.
    @Override
    public String toString() {
        return "SrtpKeys[profile=" + profile + "]";
    }
}
