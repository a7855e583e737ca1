// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.client.media.file;

import org.jspecify.annotations.NullMarked;
