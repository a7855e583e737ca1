// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.id;

import org.jspecify.annotations.NullMarked;
