// SPDX-License-Identifier: Apache-2.0
/// Browsers and networks in virtual time, for the tests of peers and relays.
@NullMarked
package dev.duet.media.sim;

import org.jspecify.annotations.NullMarked;
