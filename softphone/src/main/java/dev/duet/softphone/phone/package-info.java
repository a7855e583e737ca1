// SPDX-License-Identifier: Apache-2.0
/// A telephone in the terminal. Depends on `talk`, `phone.choice` and `sdk-java`.
@NullMarked
package dev.duet.softphone.phone;

import org.jspecify.annotations.NullMarked;
