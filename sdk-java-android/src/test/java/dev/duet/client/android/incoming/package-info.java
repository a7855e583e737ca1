// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.client.android.incoming;

import org.jspecify.annotations.NullMarked;
