// SPDX-License-Identifier: Apache-2.0
/// Which way sound takes, decided without Android. Depends on no other package.
@NullMarked
package dev.duet.client.android.route;

import org.jspecify.annotations.NullMarked;
