// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.frame.json;

import org.jspecify.annotations.NullMarked;
