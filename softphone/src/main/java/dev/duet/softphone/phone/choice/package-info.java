// SPDX-License-Identifier: Apache-2.0
/// What is asked of the telephone: by arguments, by keys; pure. Depends on `talk` and `sdk-java`.
@NullMarked
package dev.duet.softphone.phone.choice;

import org.jspecify.annotations.NullMarked;
