// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import java.time.Instant;

/// The time, and a number in [0, 1): all a machine may know besides its state and its input.
public record Moment(Instant now, double chance) {}
