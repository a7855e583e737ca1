// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.softphone.demo.proof;

import org.jspecify.annotations.NullMarked;
