// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.ipsecmb;

import java.util.Locale;
import java.util.Optional;

/// The library's implementations for one kind of processor, the fastest first, and what a processor must have for each.
enum Variant {
    VAES_AVX512(Feature.AVX512 | Feature.VAES),
    AVX512(Feature.AVX512),
    AVX_GEN4(Feature.AVX2),
    AVX_GEN2(Feature.AVX),
    SSE(Feature.SSE);

    private final long needs;

    Variant(long needs) {
        this.needs = needs;
    }

    /// The best one for a processor with these features, as `imb_get_feature_flags` tells them.
    static Optional<Variant> bestFor(long features) {
        for (Variant variant : values()) {
            if ((features & variant.needs) == variant.needs) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }

    /// The name of a function of this variant.
    String function(String name) {
        return name + '_' + name().toLowerCase(Locale.ROOT);
    }

    /// `IMB_FEATURE_…` and `IMB_CPUFLAGS_…` of the library's header.
    private static final class Feature {
        /// AES-NI, carry-less multiplication, conditional moves and SSE 4.2.
        static final long SSE = 1L << 1 | 1L << 2 | 1L << 3 | 1L << 4;

        static final long AVX = SSE | 1L << 5;
        static final long AVX2 = AVX | 1L << 6;
        /// The foundation with DQ, CD, BW and VL.
        static final long AVX512 = AVX2 | 1L << 7 | 1L << 8 | 1L << 9 | 1L << 10 | 1L << 11;
        /// AES and carry-less multiplication on wide registers.
        static final long VAES = 1L << 12 | 1L << 13;
    }
}
