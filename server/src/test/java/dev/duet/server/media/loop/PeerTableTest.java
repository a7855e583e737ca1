// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeerTableTest {
    private final PeerTable table = new PeerTable();

    @Test
    void a_recipient_is_found_by_its_address() {
        Recipient alice = new Deaf();
        table.learn(address(1), alice);
        assertThat(table.byAddress(address(1))).isSameAs(alice);
        assertThat(table.byAddress(address(2))).isNull();
        table.forget(address(1), alice);
        assertThat(table.byAddress(address(1))).isNull();
    }

    @Test
    void an_address_moves_to_the_recipient_that_proved_it_last() {
        Recipient alice = new Deaf();
        Recipient bob = new Deaf();
        table.learn(address(1), alice);
        table.learn(address(1), bob);
        table.forget(address(1), alice);
        assertThat(table.byAddress(address(1))).isSameAs(bob);
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void random_use_agrees_with_a_map() {
        Random random = new Random(5);
        List<Recipient> recipients = List.of(new Deaf(), new Deaf(), new Deaf());
        Map<InetSocketAddress, Recipient> model = new HashMap<>();
        for (int step = 0; step < 50_000; step++) {
            InetSocketAddress address = address(random.nextInt(2_000));
            Recipient recipient = recipients.get(random.nextInt(3));
            if (random.nextBoolean()) {
                table.learn(address, recipient);
                model.put(address, recipient);
            } else {
                table.forget(address, recipient);
                model.remove(address, recipient);
            }
            InetSocketAddress asked = address(random.nextInt(2_000));
            assertThat(table.byAddress(asked)).isSameAs(model.get(asked));
            assertThat(table.size()).isEqualTo(model.size());
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress("198.51.100.7", 10_000 + port);
    }

    private static final class Deaf implements Recipient {
        @Override
        public boolean receive(ByteBuffer datagram, InetSocketAddress from) {
            return false;
        }

        @Override
        public void learn(InetSocketAddress address, PeerTable into) {}
    }
}
