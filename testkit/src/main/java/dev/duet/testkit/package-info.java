// SPDX-License-Identifier: Apache-2.0
/// Time, chance and networks that tests command. Depends on nothing of ours.
@NullMarked
package dev.duet.testkit;

import org.jspecify.annotations.NullMarked;
