// SPDX-License-Identifier: Apache-2.0
/// What one browser and we agreed on, as peers and relays need it: streams, codecs, header extensions, sources. Depends
/// on `sdp` for directions and sections, on `ice` and on `dtls`.
@NullMarked
package dev.duet.media.terms;

import org.jspecify.annotations.NullMarked;
