// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.error;

import org.jspecify.annotations.NullMarked;
