// SPDX-License-Identifier: Apache-2.0
/// Who can be reached, and who wants to know. Depends on `line`.
@NullMarked
package dev.duet.call.presence;

import org.jspecify.annotations.NullMarked;
