// SPDX-License-Identifier: Apache-2.0
/// Calls that go on while the network, the socket or the page does not.
@NullMarked
package dev.duet.e2e.staying;

import org.jspecify.annotations.NullMarked;
