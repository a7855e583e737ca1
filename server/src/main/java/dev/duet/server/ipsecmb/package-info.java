// SPDX-License-Identifier: Apache-2.0
/// AES-GCM by Intel's library IPSec-MB, where the machine has it: several times as fast as the platform's, and without
/// garbage. Depends on `dev.duet.media.srtp.gcm`.
@NullMarked
package dev.duet.server.ipsecmb;

import org.jspecify.annotations.NullMarked;
