// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.client.android.route;

import org.jspecify.annotations.NullMarked;
