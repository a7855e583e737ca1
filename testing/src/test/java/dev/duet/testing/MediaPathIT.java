// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.testkit.LinkConditions;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaPathIT {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final LinkConditions CLEAR = LinkConditions.clean(Duration.ZERO);

    private DatagramSocket client;
    private DatagramSocket server;
    private MediaPath path;

    @BeforeEach
    void open() throws IOException {
        client = socket();
        server = socket();
        path = new MediaPath(server.getLocalPort(), 1);
    }

    @AfterEach
    void close() {
        path.close();
        client.close();
        server.close();
    }

    @Test
    void what_a_client_sends_arrives_and_is_answered() throws IOException {
        say("hello");
        answer(receive(server), "welcome");
        assertThat(text(receive(client))).isEqualTo("welcome");
    }

    @Test
    void each_way_may_be_lost_by_itself() throws IOException {
        path.become(CLEAR, CLEAR.withLoss(1));
        say("hello");
        answer(receive(server), "lost");
        lost(1);
        path.become(CLEAR.withLoss(1), CLEAR);
        say("lost");
        lost(2);
        path.become(CLEAR);
        say("again");
        DatagramPacket again = receive(server);
        assertThat(text(again)).isEqualTo("again");
        answer(again, "welcome");
        assertThat(text(receive(client))).isEqualTo("welcome");
    }

    @Test
    void a_slow_path_takes_its_time() throws IOException {
        path.become(LinkConditions.clean(Duration.ofMillis(120)));
        long begun = System.nanoTime();
        say("hello");
        receive(server);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(119));
    }

    private static DatagramSocket socket() throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private void say(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.send(new DatagramPacket(
                bytes, bytes.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), path.port())));
    }

    private void answer(DatagramPacket to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        server.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
    }

    private void lost(long count) {
        long giveUp = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (path.lost() < count) {
            assertThat(System.nanoTime()).as("lost " + path.lost()).isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException late) {
            throw new AssertionError("nothing arrived within " + PATIENCE_MILLIS + " ms", late);
        }
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }
}
