// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.call.state.CallDirection;

/// Whom an end is told about.
public record Parties(String peer, CallDirection direction) {}
