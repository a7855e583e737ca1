// SPDX-License-Identifier: Apache-2.0
/// AES in Galois/counter mode, and where an implementation of it comes from. Depends on `javax.crypto`.
@NullMarked
package dev.duet.media.srtp.gcm;

import org.jspecify.annotations.NullMarked;
