// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.client.media.machine;

import org.jspecify.annotations.NullMarked;
