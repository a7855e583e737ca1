// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.ice.Candidate.Transport;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class CandidateTest {

    @Test
    void browsers_candidates_are_read() {
        assertThat(Candidate.parse(
                        "candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 0.0.0.0 rport 0"
                                + " generation 0 ufrag d/eW network-cost 999"))
                .contains(new Candidate(
                        "842163049", Transport.UDP, 1_677_729_535L, "203.0.113.7", 46154, Candidate.Type.SRFLX));
        assertThat(Candidate.parse("0 1 UDP 2122252543 a8b3c1d0-1111-2222-3333-444455556666.local 40000 typ host"))
                .hasValueSatisfying(candidate -> assertThat(candidate.address()).isEmpty());
        assertThat(Candidate.parse("1 1 tcp 1518280447 2001:db8::5 9000 typ host tcptype passive"))
                .hasValueSatisfying(candidate ->
                        assertThat(candidate.address()).contains(new InetSocketAddress("2001:db8::5", 9000)));
    }

    @Test
    void candidates_of_no_use_are_left_out() {
        assertThat(Candidate.parse("1 2 udp 1 192.0.2.1 9 typ host"))
                .as("RTCP's own port")
                .isEmpty();
        assertThat(Candidate.parse("1 1 tcp 1 192.0.2.1 9 typ host tcptype active"))
                .as("active TCP")
                .isEmpty();
        assertThat(Candidate.parse("1 1 tcp 1 192.0.2.1 9 typ host"))
                .as("TCP of no kind")
                .isEmpty();
        assertThat(Candidate.parse("1 1 udp 4294967296 192.0.2.1 9 typ host"))
                .as("priority")
                .isEmpty();
        assertThat(Candidate.parse("1 1 udp 1 192.0.2.1 65536 typ host"))
                .as("port")
                .isEmpty();
        assertThat(Candidate.parse("1 1 udp 1 192.0.2.1 9 typ hose")).as("type").isEmpty();
        assertThat(Candidate.parse("")).isEmpty();
    }

    @Test
    void what_is_written_is_read_back() {
        for (String host : new String[] {"192.0.2.1", "2001:db8::1"}) {
            for (Transport transport : Transport.values()) {
                Candidate candidate = Candidate.host(transport, new InetSocketAddress(host, 8080), 2);
                assertThat(Candidate.parse(candidate.write())).contains(candidate);
                assertThat(candidate.address()).contains(new InetSocketAddress(host, 8080));
            }
        }
    }

    @Test
    void the_priority_is_that_of_rfc_8445_and_falls_with_the_rank() {
        InetSocketAddress address = new InetSocketAddress("192.0.2.1", 8080);
        assertThat(Candidate.host(Transport.UDP, address, 0).priority()).isEqualTo(2_130_706_431L);
        assertThat(Candidate.host(Transport.UDP, address, 1).priority())
                .isLessThan(Candidate.host(Transport.UDP, address, 0).priority())
                .isGreaterThan(Candidate.host(Transport.TCP, address, 0).priority());
    }
}
