// SPDX-License-Identifier: Apache-2.0
/// The call that rings while the app sleeps: a foreground service and its notification. Depends on `ring` and
/// `client.im`.
@NullMarked
package dev.duet.client.android.incoming;

import org.jspecify.annotations.NullMarked;
