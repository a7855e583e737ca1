// SPDX-License-Identifier: Apache-2.0
/// Parse, verify and build STUN messages (RFC 8489). Depends on nothing.
@NullMarked
package dev.duet.media.stun;

import org.jspecify.annotations.NullMarked;
