// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

/// One `key = value` somebody wrote; `origin` says where, as a person would: `duet.conf line 3`.
public record Entry(String key, String value, String origin) {}
