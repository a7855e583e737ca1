// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

import java.util.List;

/// What a phone does about calls that come in.
sealed interface RingState {
    record Still() implements RingState {}

    /// The first one rings; the others wait until it is declined or over.
    record Rings(List<IncomingCall> calls) implements RingState {
        public Rings {
            calls = List.copyOf(calls);
        }

        IncomingCall first() {
            return calls.get(0);
        }
    }

    record Talks(IncomingCall call) implements RingState {}
}
