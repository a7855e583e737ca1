// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.agenda;

import dev.duet.frame.RequestId;
import dev.duet.id.LoginId;

/// A request that waits for the media's answer to its offer.
public record Ticket(LoginId login, RequestId request) {}
