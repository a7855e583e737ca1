// SPDX-License-Identifier: Apache-2.0
/// Folds call events into one record per call. Depends on `invitation` and `room`.
@NullMarked
package dev.duet.call.ledger;

import org.jspecify.annotations.NullMarked;
