// SPDX-License-Identifier: Apache-2.0
/// Every code Duet can return, once, and the refusal that carries one. Depends on nothing of ours.
@NullMarked
package dev.duet.error;

import org.jspecify.annotations.NullMarked;
