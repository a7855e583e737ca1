// SPDX-License-Identifier: Apache-2.0
/// Everything over plain HTTP: `/v1`, pages, metrics and health. Depends on `edge` and all below it.
@NullMarked
package dev.duet.server.rest;

import org.jspecify.annotations.NullMarked;
