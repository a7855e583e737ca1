// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp.gcm;

/// AES-128 in Galois/counter mode (NIST SP 800-38D) under one key, in place. One owner: it has scratch room.
///
/// Offsets are into the arrays, and `end` is exclusive.
public interface AesGcm {
    /// Lengths in bytes.
    int KEY = 16;

    int NONCE = 12;
    int TAG = 16;

    /// Encrypts the packet between `from` and `end` and writes the tag behind it.
    ///
    /// @param clear holds what is authenticated but not encrypted; it may be the packet itself
    void seal(byte[] nonce, byte[] clear, int clearFrom, int clearLength, byte[] packet, int from, int end);

    /// Whether the packet between `from` and `end`, the last of it the tag, is authentic; only then it is decrypted,
    /// else what stands there is undefined.
    boolean open(byte[] nonce, byte[] clear, int clearFrom, int clearLength, byte[] packet, int from, int end);

    /// Where implementations come from. What one engine makes belongs to one owner.
    interface Engine {
        /// The one every Java platform has.
        Engine PLATFORM = PlatformGcm::new;

        AesGcm keyed(byte[] key);
    }
}
