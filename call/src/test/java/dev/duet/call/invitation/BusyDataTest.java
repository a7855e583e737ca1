// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BusyDataTest {
    private static final String PLAIN = "{\"cmd\":\"av_call\",\"msg\":{\"reason\":\"busy\"}}";

    @Test
    void the_call_type_is_copied_wherever_it_stands() {
        String expected = "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"audioCall\",\"reason\":\"busy\"}}";

        assertThat(BusyData.of("{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"audioCall\",\"roomId\":\"1\"}}"))
                .isEqualTo(expected);
        assertThat(BusyData.of("{\"cmdInfo\": {\"callType\" : \"audioCall\"}}")).isEqualTo(expected);
    }

    @Test
    void data_of_another_kind_costs_only_the_call_type() {
        assertThat(BusyData.of("")).isEqualTo(PLAIN);
        assertThat(BusyData.of("hello")).isEqualTo(PLAIN);
        assertThat(BusyData.of("{\"callType\":7}")).isEqualTo(PLAIN);
    }

    @Test
    void nothing_that_would_need_escaping_is_copied() {
        assertThat(BusyData.of("{\"callType\":\"a\\\"b\"}")).isEqualTo(PLAIN);
        assertThat(BusyData.of("{\"callType\":\"" + "a".repeat(33) + "\"}")).isEqualTo(PLAIN);
    }
}
