// SPDX-License-Identifier: Apache-2.0
package dev.duet.bench;

import dev.duet.frame.InvitationInfo;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.json.FrameReader;
import dev.duet.frame.json.FrameWriter;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// An `invite` in and a `newInvitation` out, beside the same text through a general JSON tree as the yardstick.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameJsonBenchmark {
    private static final String DATA =
            "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"roomId\":\"5f3a9c1e7b2d4a60\"}}";
    private static final String INVITE = new JsonObject()
            .put("jsonrpc", "2.0")
            .put("id", 17)
            .put("method", "invite")
            .put(
                    "params",
                    new JsonObject().put("invitee", "bob").put("data", DATA).put("timeout", 30))
            .encode();
    private static final Instant CREATED = Instant.ofEpochMilli(1_795_391_825_000L);
    private static final ServerEvent NEW_INVITATION = new ServerEvent.NewInvitation(new InvitationInfo(
            new InviteId("0f8fad5b-d9cb-469f-a165-70867728950e"),
            new UserId("alice"),
            List.of(new UserId("bob")),
            DATA,
            Duration.ofSeconds(30),
            CREATED,
            CREATED.plusSeconds(30),
            false,
            null));
    private static final String NEW_INVITATION_TEXT = FrameWriter.write(NEW_INVITATION);

    @Benchmark
    public Object readInvite() {
        return FrameReader.request(INVITE);
    }

    @Benchmark
    public Object readInviteAsTree() {
        return new JsonObject(INVITE);
    }

    @Benchmark
    public String writeNewInvitation() {
        return FrameWriter.write(NEW_INVITATION);
    }

    @Benchmark
    public String writeNewInvitationFromTree() {
        return new JsonObject(NEW_INVITATION_TEXT).encode();
    }
}
