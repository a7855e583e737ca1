// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

/// One of the two sizes in which a browser may send its camera at once.
public enum Layer {
    BIG,
    SMALL
}
