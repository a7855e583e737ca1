// SPDX-License-Identifier: Apache-2.0
/// A signed-in user and the calls of this user: the shell around the call machine. What an app calls may be called on
/// any
/// thread; everything else happens on the session's thread. Depends on `client.stay` and on the packages below this
/// one.
@NullMarked
package dev.duet.client.call;

import org.jspecify.annotations.NullMarked;
