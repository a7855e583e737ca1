// SPDX-License-Identifier: Apache-2.0
/// What an operator sees: metrics, health, log lines without personal data. Depends on `protocol` values only.
@NullMarked
package dev.duet.server.watch;

import org.jspecify.annotations.NullMarked;
