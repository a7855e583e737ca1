// SPDX-License-Identifier: Apache-2.0
/// The signaling vocabulary as sealed records: requests, events, results. Depends on `id` and `error`.
@NullMarked
package dev.duet.frame;

import org.jspecify.annotations.NullMarked;
