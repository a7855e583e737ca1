// SPDX-License-Identifier: Apache-2.0
/// Login, presence and signaling with the guide's names: [ImManager]. Depends on `client`, `session` and `socket`.
@NullMarked
package dev.duet.client.im;

import org.jspecify.annotations.NullMarked;
