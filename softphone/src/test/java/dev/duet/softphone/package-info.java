// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.softphone;

import org.jspecify.annotations.NullMarked;
