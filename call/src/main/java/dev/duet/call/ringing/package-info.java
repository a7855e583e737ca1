// SPDX-License-Identifier: Apache-2.0
/// How invitations begin, ring and end. Depends on `stay` and what is above it.
@NullMarked
package dev.duet.call.ringing;

import org.jspecify.annotations.NullMarked;
