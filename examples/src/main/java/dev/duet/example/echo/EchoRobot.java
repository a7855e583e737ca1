// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.echo;

import dev.duet.client.Result;
import dev.duet.client.call.Account;
import dev.duet.client.call.Call;
import dev.duet.client.call.CallListener;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.own.Sources;
import dev.duet.client.call.state.CallState;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.socket.Handset;
import dev.duet.example.DevServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Answers every call, one at a time, and sends back the picture and the sound it gets one second later.
public final class EchoRobot {
    private static final Duration DELAY = Duration.ofSeconds(1);

    private final DuetClient client;
    private volatile PushedVideo picture = new PushedVideo();
    private volatile PushedAudio sound = new PushedAudio();

    /// Not signed in yet.
    ///
    /// @param app runs the listeners
    public EchoRobot(Account account, Executor app) {
        Sources sources = Sources.NONE.withCamera(this::newPicture).withMicrophone(this::newSound);
        client = new DuetClient(new Handset(app), account, ClientOptions.of(sources));
        client.on(new ClientListener() {
            @Override
            public void incoming(Call call) {
                answer(call);
            }
        });
    }

    public CompletableFuture<Result<Void>> start() {
        return client.login();
    }

    public CompletableFuture<Result<Void>> stop() {
        return client.logout();
    }

    /// Each call opens its own sources, and closes them at its end.
    private PushedVideo newPicture() {
        PushedVideo opened = new PushedVideo();
        picture = opened;
        return opened;
    }

    private PushedAudio newSound() {
        PushedAudio opened = new PushedAudio();
        sound = opened;
        return opened;
    }

    private void answer(Call call) {
        var pictures = new DelayLine<VideoFrame>(DELAY, old -> picture.push(old.withTimestampNanos(System.nanoTime())));
        var sounds = new DelayLine<PcmChunk>(DELAY, old -> sound.push(old));
        call.show(frame -> pictures.put(frame, System.nanoTime()));
        call.hear(chunk -> sounds.put(chunk, System.nanoTime()));
        call.on(new CallListener() {
            @Override
            public void state(Call which, CallState now, CallState before) {
                System.out.println(which.peer() + ": " + now);
            }
        });
        var unused = call.accept();
    }

    public static void main(String... args) throws IOException, InterruptedException {
        String user = args.length > 1 ? args[1] : "echo";
        Account account = DevServer.of(args).account(user);
        // Its thread keeps the program running until Ctrl-C.
        EchoRobot robot = new EchoRobot(account, Executors.newSingleThreadExecutor());
        Result<Void> answer = robot.start().join();
        System.out.println(answer.isOk() ? "Call me: " + user : "Not signed in: " + answer);
    }
}
