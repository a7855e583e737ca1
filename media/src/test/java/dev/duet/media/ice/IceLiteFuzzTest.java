// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

class IceLiteFuzzTest {
    private static final Credentials CLIENT = new Credentials("h6vY", "clientPasswordclientPass");
    private static final Credentials SERVER = new Credentials("evtj", "VOkJxbRl1RmTxUk/WvJxBt");
    private static final InetSocketAddress FROM = new InetSocketAddress("192.0.2.1", 4000);

    @FuzzTest
    void no_bytes_break_either_side_of_ice(byte[] bytes) {
        Wire wire = new Wire();
        ByteBuffer datagram = ByteBuffer.wrap(bytes);
        IceLite lite = new IceLite(SERVER, IceSettings.standard(), 0);
        IceVerdict verdict = lite.receive(datagram, FROM, 0, wire);
        assertThat(wire.sent).hasSizeLessThanOrEqualTo(1);
        assertThat(verdict.accepted() || lite.path() == null).isTrue();

        Candidate server = Candidate.host(Candidate.Transport.UDP, FROM, 0);
        IceDriver driver =
                new IceDriver(CLIENT, SERVER, List.of(server), IceSettings.standard(), new SplittableRandom(1), 0);
        driver.wake(0, wire);
        driver.receive(datagram, FROM, 1, wire);
        assertThat(driver.state()).isEqualTo(new IceState.Waiting());
    }
}
