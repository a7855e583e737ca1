// SPDX-License-Identifier: Apache-2.0
/// What holds for the module as a whole.
@NullMarked
package dev.duet.client;

import org.jspecify.annotations.NullMarked;
