// SPDX-License-Identifier: Apache-2.0
/// Calls between the Java SDK on its libwebrtc engine and the calling page in a browser. Depends on `e2e`. Runs in the
/// JVM
/// for native code.
@NullMarked
package dev.duet.e2e.crossing;

import org.jspecify.annotations.NullMarked;
