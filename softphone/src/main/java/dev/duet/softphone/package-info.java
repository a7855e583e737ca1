// SPDX-License-Identifier: Apache-2.0
/// The command line of calls without a browser. Depends on `demo` and `phone`.
@NullMarked
package dev.duet.softphone;

import org.jspecify.annotations.NullMarked;
