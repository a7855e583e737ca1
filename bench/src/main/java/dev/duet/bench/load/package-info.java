// SPDX-License-Identifier: Apache-2.0
/// Load on a running server through its public wire. Depends on nothing of ours but the wire's JSON.
@NullMarked
package dev.duet.bench.load;

import org.jspecify.annotations.NullMarked;
