// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.desk;

import dev.duet.client.Result;
import dev.duet.client.call.Account;
import dev.duet.client.call.Call;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.own.Sources;
import dev.duet.client.im.ImManager;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.socket.Handset;
import dev.duet.example.DevServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Answers for the desk, with a picture and a tone instead of a person, and tells it when there is no call here.
///
/// The call and the status are one user's on one device: a `DuetClient` and an `ImManager` on the same `Handset` share
/// one login.
public final class Agent {
    private static final String BUSY = "busy";

    private final Account account;
    private final DuetClient client;
    private final ImManager im;

    /// Not signed in yet.
    ///
    /// @param app runs the listeners
    /// @param sources what customers see and hear
    public Agent(Account account, Executor app, Sources sources) {
        Handset handset = new Handset(app);
        this.account = account;
        this.im = new ImManager(handset);
        this.client = new DuetClient(handset, account, ClientOptions.of(sources));
        client.on(new ClientListener() {
            @Override
            public void incoming(Call call) {
                System.out.println("The desk sends a customer.");
                var unused = call.accept();
            }

            @Override
            public void calls(List<Call> calls) {
                var unused = im.setSelfStatus(calls.isEmpty() ? Desk.FREE : BUSY);
            }
        });
    }

    public CompletableFuture<Result<Void>> start(DevServer server) {
        return client.login()
                .thenCompose(in -> im.initSDK(account.sdkAppId().value(), server.origin(), null))
                .thenCompose(ready -> account.tickets().next())
                .thenCompose(ticket -> im.login(account.userId().text(), ticket))
                .thenCompose(in -> in.isOk() ? im.setSelfStatus(Desk.FREE) : CompletableFuture.completedFuture(in));
    }

    public CompletableFuture<Result<Void>> stop() {
        return client.logout().thenCompose(out -> im.unInitSDK());
    }

    public static void main(String... args) throws IOException, InterruptedException {
        DevServer server = DevServer.of(args);
        String name = args.length > 0 ? args[args.length - 1] : "anna";
        Sources sources = Sources.NONE
                .withCamera(() -> TestPicture.start(640, 480, 15, new Colour(0, 120, 60)))
                .withMicrophone(() -> Tone.start(440));
        // Its thread keeps the program running until Ctrl-C.
        Agent agent = new Agent(server.account(name), Executors.newSingleThreadExecutor(), sources);
        Result<Void> answer = agent.start(server).join();
        System.out.println(answer.isOk() ? name + " waits for customers" : "Not signed in: " + answer);
    }
}
