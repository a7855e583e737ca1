// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.reception;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyframeWishTest {
    private static final long REPEAT = KeyframeWish.REPEAT_NANOS;

    private final KeyframeWish wish = new KeyframeWish();

    @Test
    void nothing_is_due_without_a_wish() {
        assertThat(wish.due(5)).isFalse();
        assertThat(wish.nextAt(5)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void the_first_request_leaves_at_once_and_the_next_after_a_while() {
        wish.wish();
        assertThat(wish.nextAt(5)).isEqualTo(5);
        assertThat(wish.due(5)).isTrue();
        wish.wish();
        assertThat(wish.due(6)).isFalse();
        assertThat(wish.nextAt(6)).isEqualTo(5 + REPEAT);
        assertThat(wish.due(5 + REPEAT)).isTrue();
    }

    @Test
    void a_keyframe_fulfils_it() {
        wish.wish();
        wish.due(5);
        wish.fulfilled();
        assertThat(wish.due(5 + REPEAT)).isFalse();
    }

    @Test
    void a_wish_that_nothing_fulfils_is_given_up() {
        wish.wish();
        int asked = 0;
        for (int i = 0; i < 100; i++) {
            asked += wish.due(i * REPEAT) ? 1 : 0;
        }
        assertThat(asked).isEqualTo(KeyframeWish.MOST_ASKS);
    }
}
