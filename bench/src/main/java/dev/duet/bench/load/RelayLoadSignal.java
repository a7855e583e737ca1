// SPDX-License-Identifier: Apache-2.0
package dev.duet.bench.load;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The signaling child of the relay load generator: turns its line protocol into logins and room entries on a Duet
/// server in dev mode. Reads `INIT`, `LOCAL`, `START` and `STOP`; writes `REMOTE`, `READY` or `ERROR`.
///
/// Usage: `RelayLoadSignal [http://127.0.0.1:8080]`. Clients 2c and 2c+1 share one room.
public final class RelayLoadSignal {
    private static final int AUDIO_PT = 111;
    private static final int VIDEO_PT = 96;

    /// One line `LOCAL <id> <ip> <port> <ufrag> <pwd> <fingerprint> <audio ssrc> <video ssrc>`.
    private record Local(
            int id,
            String ip,
            String port,
            String ufrag,
            String password,
            String fingerprint,
            String audio,
            String video) {
        static Local read(String[] words) {
            return new Local(
                    Integer.parseInt(words[1]), words[2], words[3], words[4], words[5], words[6], words[7], words[8]);
        }

        String offer() {
            String transport = "a=ice-ufrag:%s\r\na=ice-pwd:%s\r\na=fingerprint:sha-256 %s\r\na=setup:actpass\r\n"
                            .formatted(ufrag, password, fingerprint)
                    + "a=rtcp-mux\r\na=sendrecv\r\na=candidate:1 1 udp 2130706431 %s %s typ host\r\n"
                            .formatted(ip, port);
            return "v=0\r\no=- %d 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n".formatted(1000 + id)
                    + "m=audio %s UDP/TLS/RTP/SAVPF %d\r\nc=IN IP4 %s\r\na=mid:0\r\n".formatted(port, AUDIO_PT, ip)
                    + transport
                    + "a=rtpmap:%d opus/48000/2\r\na=ssrc:%s cname:g%d\r\n".formatted(AUDIO_PT, audio, id)
                    + "m=video %s UDP/TLS/RTP/SAVPF %d\r\nc=IN IP4 %s\r\na=mid:1\r\n".formatted(port, VIDEO_PT, ip)
                    + transport
                    + "a=rtpmap:%1$d VP8/90000\r\na=rtcp-fb:%1$d nack\r\na=rtcp-fb:%1$d nack pli\r\n"
                            .formatted(VIDEO_PT)
                    + "a=ssrc:%s cname:g%d\r\n".formatted(video, id);
        }
    }

    private RelayLoadSignal() {}

    public static void main(String... args) throws IOException {
        URI server = URI.create(args.length > 0 ? args[0] : "http://127.0.0.1:8080");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        List<WireClient> clients = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        try {
            enterAll(http, server, in, clients);
            say("READY");
            awaitStop(in);
        } catch (IllegalStateException refused) {
            say("ERROR " + refused.getMessage());
        } finally {
            clients.forEach(WireClient::close);
            http.shutdownNow();
        }
    }

    private static void enterAll(HttpClient http, URI server, BufferedReader in, List<WireClient> clients)
            throws IOException {
        String run = Long.toString(ProcessHandle.current().pid(), 36);
        for (Local local : readLocals(in)) {
            WireClient client = WireClient.login(http, server, "load-" + run + "-" + local.id);
            clients.add(client);
            JsonObject params = new JsonObject()
                    .put("strRoomId", "load-" + run + "-" + local.id / 2)
                    .put("scene", "videoCall")
                    .put("sdp", local.offer());
            say(remote(local.id, client.request("enterRoom", params).getString("sdp")));
        }
    }

    private static List<Local> readLocals(BufferedReader in) throws IOException {
        List<Local> locals = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.startsWith("START"); line = in.readLine()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("LOCAL")) {
                locals.add(Local.read(words));
            }
        }
        return locals;
    }

    private static String remote(int id, String answer) {
        String[] candidate = line(answer, "a=candidate:").split(" ", -1);
        String fingerprint = line(answer, "a=fingerprint:sha-256 ");
        return "REMOTE %d %s %s %s %s %s active controlling %d %d"
                .formatted(
                        id,
                        candidate[4],
                        candidate[5],
                        line(answer, "a=ice-ufrag:"),
                        line(answer, "a=ice-pwd:"),
                        fingerprint,
                        AUDIO_PT,
                        VIDEO_PT);
    }

    private static String line(String sdp, String start) {
        return sdp.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()))
                .orElseThrow(() -> new IllegalStateException("the answer has no line " + start));
    }

    private static void awaitStop(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("STOP")) {
            line = in.readLine();
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
