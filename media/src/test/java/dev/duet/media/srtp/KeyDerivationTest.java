// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyDerivationTest {
    private final KeyDerivation keys =
            new KeyDerivation(hex("E1F97A0D3E018BE0D64FA32C06DE4139"), hex("0EC675AD498AFEEBB6960B3AABE6"));

    @Test
    void it_derives_the_keys_of_rfc_3711_appendix_b_3() {
        assertThat(keys.derive(KeyDerivation.RTP_ENCRYPTION, 16)).isEqualTo(hex("C61E7A93744F39EE10734AFE3FF7A087"));
        assertThat(keys.derive(KeyDerivation.RTP_SALT, 14)).isEqualTo(hex("30CBBC08863D8C85D49DB34A9AE1"));
        assertThat(keys.derive(KeyDerivation.RTP_AUTHENTICATION, 94))
                .isEqualTo(hex("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA48F0A0ACF3C34E2359E6CDBCE"
                        + "E049646C43D9327AD175578EF72270986371C10C9A369AC2F94A8C5FBCDDDC25"
                        + "6D6E919A48B610EF17C2041E474035766B68642C59BBFC2F34DB60DBDFB2"));
    }

    @Test
    void the_key_stream_is_that_of_rfc_3711_appendix_b_2() {
        byte[] stream = new byte[0xff02 * 16];
        new KeyStream(hex("2B7E151628AED2A6ABF7158809CF4F3C"), hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD"))
                .apply(stream, 0, stream.length, 0, 0);
        assertThat(stream)
                .startsWith(hex("E03EAD0935C95E80E166B16DD92B4EB4"
                        + "D23513162B02D0F72A43A2FE4A5F97AB"
                        + "41E95B3BB0A2E8DD477901E4FCA894C0"))
                .endsWith(hex("EC8CDF7398607CB0F2D21675EA9EA1E4"
                        + "362B7C3C6773516318A077D7FC5073AE"
                        + "6A2CC3787889374FBEB4C81B17BA6C44"));
    }

    @Test
    void the_hmac_is_that_of_rfc_2202() {
        HmacSha1 hmac = new HmacSha1(hex("0b".repeat(20)));
        for (int i = 0; i < 2; i++) {
            hmac.begin();
            hmac.update("Hi There".getBytes(StandardCharsets.US_ASCII), 0, 8);
            assertThat(hmac.finish()).isEqualTo(hex("b617318655057264e28bc0b6fb378c8ef146be00"));
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
