// SPDX-License-Identifier: Apache-2.0
/// Media that claim to flow, for tests of all that is not media. Depends on `sdk-java`.
@NullMarked
package dev.duet.testing.quiet;

import org.jspecify.annotations.NullMarked;
