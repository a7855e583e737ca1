// SPDX-License-Identifier: Apache-2.0
/// A whole call on this machine, told as it happens. Depends on `talk`, `demo.proof`, `server` and `sdk-java`.
@NullMarked
package dev.duet.softphone.demo;

import org.jspecify.annotations.NullMarked;
