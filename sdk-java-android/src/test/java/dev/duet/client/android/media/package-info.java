// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.client.android.media;

import org.jspecify.annotations.NullMarked;
