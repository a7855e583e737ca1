// SPDX-License-Identifier: Apache-2.0
/// What oneself sends in a call: where it comes from, and what of it is on. Everything is called on the session's
/// thread.
/// Depends on `client.media`, on `client.stay` and on the states of a call.
@NullMarked
package dev.duet.client.call.own;

import org.jspecify.annotations.NullMarked;
