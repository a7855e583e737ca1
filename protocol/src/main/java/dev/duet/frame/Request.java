// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// One request of a client.
public record Request(RequestId id, ClientRequest body) {}
