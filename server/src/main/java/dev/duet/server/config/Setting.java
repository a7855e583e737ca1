// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

/// One thing an operator can choose: its key, what values it takes, the one it has when nobody chooses, and what it
/// does.
///
/// @param fallback as a person would write it; empty text is allowed where the unit allows it
/// @param meaning one or two sentences for the settings table
record Setting<T>(String key, Unit<T> unit, String fallback, String meaning) {}
