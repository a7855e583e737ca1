// SPDX-License-Identifier: Apache-2.0
package dev.duet.id;

import java.util.Optional;

/// An application (SDKAppID): 1 to 4294967295.
public record AppId(long value) {
    private static final long MAX = 0xFFFF_FFFFL;

    /// @throws IllegalArgumentException when out of range; use [#of] for numbers from outside
    public AppId {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException("not an AppId: it must be 1 to " + MAX);
        }
    }

    /// The id, or empty when out of range.
    public static Optional<AppId> of(long value) {
        return value < 1 || value > MAX ? Optional.empty() : Optional.of(new AppId(value));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
