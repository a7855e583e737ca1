// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.softphone.phone;

import org.jspecify.annotations.NullMarked;
