// SPDX-License-Identifier: Apache-2.0
/// A whole server inside a test, with a clock, networks and a push vendor that do as they are told. Depends on
/// `server`,
/// `sdk-java` and `testkit`.
@NullMarked
package dev.duet.testing;

import org.jspecify.annotations.NullMarked;
