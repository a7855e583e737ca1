// SPDX-License-Identifier: Apache-2.0
/// UserSig and PrivateMapKey: tickets made and judged, given the time. Depends on `id`, `error` and Jackson's token
/// streams.
@NullMarked
package dev.duet.usersig;

import org.jspecify.annotations.NullMarked;
