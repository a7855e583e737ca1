// SPDX-License-Identifier: Apache-2.0
/// Rate limits as one table. Depends on nothing of ours.
@NullMarked
package dev.duet.call.quota;

import org.jspecify.annotations.NullMarked;
