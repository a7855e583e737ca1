// SPDX-License-Identifier: Apache-2.0
/// How fast calls between real browsers, and between Java clients, begin; run by `bench/first-frame` and
/// `bench/java-calls`,
/// not by the tests. Depends on `e2e` and `e2e.crossing`.
@NullMarked
package dev.duet.e2e.speed;

import org.jspecify.annotations.NullMarked;
