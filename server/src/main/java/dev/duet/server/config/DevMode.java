// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

/// Whether the server hands out tickets to anybody who asks, so that a newcomer can call at once.
public enum DevMode {
    /// What the data folder says; a fresh one says on while the server is for this machine alone or its neighbours.
    AUTO,
    TRUE,
    FALSE
}
