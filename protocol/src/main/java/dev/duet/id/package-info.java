// SPDX-License-Identifier: Apache-2.0
/// Ids as values that refuse illegal text. Depends on nothing of ours.
@NullMarked
package dev.duet.id;

import org.jspecify.annotations.NullMarked;
