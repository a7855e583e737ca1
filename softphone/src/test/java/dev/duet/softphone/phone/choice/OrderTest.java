// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.state.CallMedia;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Order.Files NO_FILES = new Order.Files(null, null);
    private static final Order.Ticket NO_TICKET = new Order.Ticket(null, null);
    private static final String SERVER = "http://localhost:8080";

    private static Order of(@Nullable String peer, boolean answer, String self) {
        return new Order(peer, answer, self, CallMedia.VIDEO, NO_FILES, SERVER, NO_TICKET, Duration.ofSeconds(30));
    }

    private static Order with(CallMedia media, Order.Files files, String server, Order.Ticket ticket, int ring) {
        return new Order("bob", false, "alice", media, files, server, ticket, Duration.ofSeconds(ring));
    }

    private static void refused(Order order, String beginning) {
        assertThat(order.fault()).hasValueSatisfying(fault -> assertThat(fault).startsWith(beginning));
    }

    @Test
    void calling_and_waiting_are_fine() {
        assertThat(of("bob", false, "alice").fault()).isEmpty();
        assertThat(of(null, true, "alice").fault()).isEmpty();
    }

    @Test
    void one_of_both_must_be_asked_for() {
        refused(of(null, false, "alice"), "Say whom to call");
        refused(of("bob", true, "alice"), "Either call bob, or wait");
    }

    @Test
    void nobody_calls_himself() {
        refused(of("alice", false, "alice"), "You are alice yourself");
    }

    @Test
    void names_are_names() {
        refused(of("b b", false, "alice"), "\"b b\" is no name");
        refused(of("bob", false, ""), "\"\" is no name");
        refused(of(null, true, "a/b"), "\"a/b\" is no name");
    }

    @Test
    void a_ticket_and_its_app_belong_together() {
        refused(with(CallMedia.VIDEO, NO_FILES, SERVER, new Order.Ticket("sig", null), 30), "A ticket needs its app");
        refused(with(CallMedia.VIDEO, NO_FILES, SERVER, new Order.Ticket(null, 7L), 30), "A ticket needs its app");
        assertThat(with(CallMedia.VIDEO, NO_FILES, SERVER, new Order.Ticket("sig", 7L), 30)
                        .fault())
                .isEmpty();
    }

    @Test
    void a_voice_call_has_no_picture() {
        Order.Files picture = new Order.Files(Path.of("a.y4m"), null);
        refused(with(CallMedia.AUDIO, picture, SERVER, NO_TICKET, 30), "A call with --voice has no picture");
    }

    @Test
    void it_rings_for_a_second_to_a_day() {
        refused(with(CallMedia.VIDEO, NO_FILES, SERVER, NO_TICKET, 0), "It can ring for 1 to 86400 s");
        refused(with(CallMedia.VIDEO, NO_FILES, SERVER, NO_TICKET, 86_401), "It can ring for 1 to 86400 s");
    }

    @Test
    void a_server_is_an_origin() {
        refused(with(CallMedia.VIDEO, NO_FILES, "localhost", NO_TICKET, 30), "\"localhost\" is no address");
    }
}
