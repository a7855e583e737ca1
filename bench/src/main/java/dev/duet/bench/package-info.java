// SPDX-License-Identifier: Apache-2.0
/// JMH benchmarks, each beside a yardstick of the same run. Depends on everything; nothing depends on it.
@NullMarked
package dev.duet.bench;

import org.jspecify.annotations.NullMarked;
