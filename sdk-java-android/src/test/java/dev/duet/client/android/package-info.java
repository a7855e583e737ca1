// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.duet.client.android;

import org.jspecify.annotations.NullMarked;
