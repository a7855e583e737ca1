// SPDX-License-Identifier: Apache-2.0
/// One ringing, from the invitation to its one outcome. Depends on protocol only.
@NullMarked
package dev.duet.call.invitation;

import org.jspecify.annotations.NullMarked;
