// SPDX-License-Identifier: Apache-2.0
/// Plays contract/scenarios, which the web SDK plays too.
@NullMarked
package dev.duet.client.scenario;

import org.jspecify.annotations.NullMarked;
