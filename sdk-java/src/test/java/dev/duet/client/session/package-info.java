// SPDX-License-Identifier: Apache-2.0
/// The session machine under manual time.
@NullMarked
package dev.duet.client.session;

import org.jspecify.annotations.NullMarked;
