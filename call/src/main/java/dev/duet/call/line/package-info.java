// SPDX-License-Identifier: Apache-2.0
/// The ways to the devices that are logged in, and what each of them may still ask. Depends on `roster`, `quota` and
/// `ledger`.
@NullMarked
package dev.duet.call.line;

import org.jspecify.annotations.NullMarked;
