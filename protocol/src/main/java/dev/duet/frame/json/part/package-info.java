// SPDX-License-Identifier: Apache-2.0
/// The objects that several frames have, in and out. Depends on `frame.json.member`.
@NullMarked
package dev.duet.frame.json.part;

import org.jspecify.annotations.NullMarked;
