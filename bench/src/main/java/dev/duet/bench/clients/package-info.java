// SPDX-License-Identifier: Apache-2.0
/// What many clients of the Java SDK cost in one process. Depends on the SDK, and on the server it runs beside.
@NullMarked
package dev.duet.bench.clients;

import org.jspecify.annotations.NullMarked;
