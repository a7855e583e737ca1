// SPDX-License-Identifier: Apache-2.0
/// The aggregate of one app: decides busy, glare, duplicates and routing. Depends on all of `call`.
@NullMarked
package dev.duet.call.switchboard;

import org.jspecify.annotations.NullMarked;
