// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stun;

import java.util.random.RandomGenerator;

/// The 96 bits that tie an answer to its request (RFC 8489 section 5).
public record TransactionId(int high, long low) {

    public static TransactionId random(RandomGenerator random) {
        return new TransactionId(random.nextInt(), random.nextLong());
    }
}
