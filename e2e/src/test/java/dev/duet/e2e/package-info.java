// SPDX-License-Identifier: Apache-2.0
/// Calls between real browsers through a real server. Depends on the server and Playwright.
@NullMarked
package dev.duet.e2e;

import org.jspecify.annotations.NullMarked;
