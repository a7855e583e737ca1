// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// The `id` of a JSON-RPC request, echoed in its answer as it came: the string "1" and the number 1 differ.
public sealed interface RequestId {
    record Text(String text) implements RequestId {}

    record Numeric(long number) implements RequestId {}
}
