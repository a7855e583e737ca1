// SPDX-License-Identifier: Apache-2.0
/// Which devices of a user can be reached, and which one has to go. Depends on protocol only.
@NullMarked
package dev.duet.call.roster;

import org.jspecify.annotations.NullMarked;
