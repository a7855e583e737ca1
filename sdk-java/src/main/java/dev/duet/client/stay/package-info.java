// SPDX-License-Identifier: Apache-2.0
/// One stay in one room: the shell that joins a session and a media engine by what `course` decides. Everything is
/// called, and told, on the session's thread. Depends on `client`, `client.media` and `client.course`.
@NullMarked
package dev.duet.client.stay;

import org.jspecify.annotations.NullMarked;
