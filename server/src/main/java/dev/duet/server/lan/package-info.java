// SPDX-License-Identifier: Apache-2.0
/// HTTPS for the phones and laptops of one local network: which addresses, a certificate for them, a code to scan.
/// Depends on `store`.
@NullMarked
package dev.duet.server.lan;

import org.jspecify.annotations.NullMarked;
