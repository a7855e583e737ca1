// SPDX-License-Identifier: Apache-2.0
/// Mailboxes for switchboards; effects carried out in order. Depends on `watch` and `media`.
@NullMarked
package dev.duet.server.exchange;

import org.jspecify.annotations.NullMarked;
