// SPDX-License-Identifier: Apache-2.0
/// What is sent in the demonstration, and whether it arrived; pure. Depends on `sdk-java`.
@NullMarked
package dev.duet.softphone.demo.proof;

import org.jspecify.annotations.NullMarked;
