// SPDX-License-Identifier: Apache-2.0
/// How fast calls between real browsers begin; run by `bench/first-frame`, not by the tests. Depends on `e2e`.
@NullMarked
package dev.duet.e2e.speed;

import org.jspecify.annotations.NullMarked;
