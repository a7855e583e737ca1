// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.ipsecmb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariantTest {
    private static final long SSE = 0b1_1110;
    private static final long AVX = SSE | 0b10_0000;
    private static final long AVX2 = AVX | 0b100_0000;
    private static final long AVX512 = AVX2 | 0b1111_1000_0000;
    private static final long VAES = 0b11_0000_0000_0000;

    @Test
    void a_processor_gets_the_fastest_it_has_all_features_for() {
        assertThat(Variant.bestFor(AVX512 | VAES)).contains(Variant.VAES_AVX512);
        assertThat(Variant.bestFor(AVX512)).contains(Variant.AVX512);
        assertThat(Variant.bestFor(AVX2 | VAES)).contains(Variant.AVX_GEN4);
        assertThat(Variant.bestFor(AVX)).contains(Variant.AVX_GEN2);
        assertThat(Variant.bestFor(SSE)).contains(Variant.SSE);
    }

    @Test
    void a_processor_without_aes_gets_none() {
        assertThat(Variant.bestFor(AVX512 & ~0b10L)).isEmpty();
        assertThat(Variant.bestFor(0)).isEmpty();
    }

    @Test
    void functions_are_named_by_variant() {
        assertThat(Variant.VAES_AVX512.function("aes_gcm_pre_128")).isEqualTo("aes_gcm_pre_128_vaes_avx512");
    }
}
