// SPDX-License-Identifier: Apache-2.0
/// What a page does to its frames between codec and network, through the relay: messages on them, encryption of them.
@NullMarked
package dev.duet.e2e.payload;

import org.jspecify.annotations.NullMarked;
