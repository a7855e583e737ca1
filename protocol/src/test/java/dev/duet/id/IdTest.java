// SPDX-License-Identifier: Apache-2.0
package dev.duet.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "u_-ABCDEFGHIJKLMNOPQRSTUVWXYZ012", "0"})
    void a_user_id_is_letters_digits_underscore_or_dash(String text) {
        assertThat(UserId.of(text)).map(UserId::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\n", "ä", "a.b", "abcdefghijklmnopqrstuvwxyz0123456", "\uD83D\uDE00"})
    void other_user_ids_are_refused(String text) {
        assertThat(UserId.of(text)).isEmpty();
        assertThatThrownBy(() -> new UserId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_app_id_has_32_bits() {
        assertThat(AppId.of(4294967295L)).isPresent();
        assertThat(AppId.of(4294967296L)).isEmpty();
        assertThat(AppId.of(0)).isEmpty();
        assertThatThrownBy(() -> new AppId(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_room_number_is_not_the_room_of_that_name() {
        assertThat(RoomId.ofNumber(123).<Object>map(it -> it)).isNotEqualTo(RoomId.ofName("123"));
        assertThat(new RoomId.Numbered(123)).hasToString("123");
        assertThat(new RoomId.Named("123")).hasToString("\"123\"");
    }

    @Test
    void a_room_name_may_use_these_signs_only() {
        assertThat(RoomId.ofName("az AZ 09 !#$%&()+-:;<=.>?@[]^_{}|~,")).isPresent();
        for (char sign : "\"'*/\\`\n\u007F".toCharArray()) {
            assertThat(RoomId.ofName("a" + sign)).as("%c", sign).isEmpty();
        }
        assertThat(RoomId.ofName("x".repeat(64))).isPresent();
        assertThat(RoomId.ofName("x".repeat(65))).isEmpty();
    }

    @Test
    void a_room_number_has_32_bits_but_the_last() {
        assertThat(RoomId.ofNumber(4294967294L)).isPresent();
        assertThat(RoomId.ofNumber(4294967295L)).isEmpty();
        assertThat(RoomId.ofNumber(0)).isEmpty();
    }

    @Test
    void a_device_id_may_hold_dots_and_colons_and_other_ids_may_not() {
        assertThat(DeviceId.of("a.b:c-d_e")).isPresent();
        assertThat(InviteId.of("a.b")).isEmpty();
        assertThat(LoginId.of("a:b")).isEmpty();
        assertThat(InviteId.of("0f8fad5b-d9cb-469f-a165-70867728950e")).isPresent();
        assertThat(LoginId.of("x".repeat(65))).isEmpty();
    }
}
