// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.id.AppId;
import dev.duet.id.UserId;
import org.junit.jupiter.api.Test;

class RedactedTest {
    private final Redacted names = new Redacted(new byte[] {1, 2, 3});
    private final AppId app = new AppId(1);
    private final UserId alice = new UserId("alice");

    @Test
    void a_user_keeps_one_name_that_does_not_hold_the_id() {
        assertThat(names.user(app, alice))
                .matches("u:[0-9a-f]{10}")
                .isEqualTo(names.user(app, alice))
                .doesNotContain("alice");
    }

    @Test
    void other_users_apps_and_keys_have_other_names() {
        assertThat(names.user(app, alice))
                .isNotEqualTo(names.user(app, new UserId("bob")))
                .isNotEqualTo(names.user(new AppId(2), alice))
                .isNotEqualTo(new Redacted(new byte[] {9}).user(app, alice));
    }
}
