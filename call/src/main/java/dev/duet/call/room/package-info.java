// SPDX-License-Identifier: Apache-2.0
/// Who is in a room, what they send and why they left. Depends on protocol only.
@NullMarked
package dev.duet.call.room;

import org.jspecify.annotations.NullMarked;
