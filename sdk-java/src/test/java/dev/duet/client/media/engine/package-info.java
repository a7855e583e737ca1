// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.client.media.engine;

import org.jspecify.annotations.NullMarked;
