// SPDX-License-Identifier: Apache-2.0
/// The SDK's surroundings on Android: OkHttp in place of the JDK's HTTP client. Depends on `client.socket`.
@NullMarked
package dev.duet.client.android.socket;

import org.jspecify.annotations.NullMarked;
