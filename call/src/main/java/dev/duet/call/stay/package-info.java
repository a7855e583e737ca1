// SPDX-License-Identifier: Apache-2.0
/// How users come into rooms, stay, hold them and leave. Depends on `solo` and what is above it.
@NullMarked
package dev.duet.call.stay;

import org.jspecify.annotations.NullMarked;
