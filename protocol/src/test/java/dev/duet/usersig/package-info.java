// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.usersig;

import org.jspecify.annotations.NullMarked;
