// SPDX-License-Identifier: Apache-2.0
/// Clients of the Java SDK against a real server, without a browser.
@NullMarked
package dev.duet.e2e.java;

import org.jspecify.annotations.NullMarked;
