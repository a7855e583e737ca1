// SPDX-License-Identifier: Apache-2.0
package dev.duet.bench.clients;

import dev.duet.client.Result;
import dev.duet.client.im.ImManager;
import dev.duet.client.im.SdkListener;
import dev.duet.client.im.SignalingListener;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The heap that signaling-only clients take in one JVM: each logged in on a socket of its own and listening, against a
/// server in another process; used heap after garbage collection. Each client is called once, so that none is asleep.
public final class JavaClients {
    private static final int USUAL_CLIENTS = 1000;
    private static final int TOGETHER = 20;
    private static final double MEGABYTE = 1e6;

    private JavaClients() {}

    public static void main(String[] args) throws Exception {
        int clients = args.length > 0 ? Integer.parseInt(args[0]) : USUAL_CLIENTS;
        PrintStream out = System.out;
        ExecutorService app = Executors.newSingleThreadExecutor();
        try (OtherServer server = OtherServer.start()) {
            long before = usedBytes();
            CountDownLatch rings = new CountDownLatch(clients);
            long began = System.nanoTime();
            List<ImManager> all = logIn(server, app, clients, rings);
            double tookSeconds = (System.nanoTime() - began) / 1e9;
            ring(all);
            boolean rang = rings.await(30, TimeUnit.SECONDS);
            long after = usedBytes();
            out.printf(
                    "clients logged in          %d in %.1f s, %d rang%n",
                    all.size(), tookSeconds, clients - rings.getCount());
            out.printf("used heap in all           %.1f MB%n", after / MEGABYTE);
            out.printf("used heap per client       %.1f kB%n", (after - before) / 1e3 / clients);
            out.printf("threads                    %d%n", Thread.activeCount());
            if (!rang) {
                throw new IllegalStateException("not every client rang");
            }
        } finally {
            app.shutdown();
        }
    }

    private static List<ImManager> logIn(OtherServer server, ExecutorService app, int clients, CountDownLatch rings) {
        List<ImManager> all = new ArrayList<>();
        while (all.size() < clients) {
            var logins = new ArrayList<CompletableFuture<Result<Void>>>();
            for (int i = 0; i < TOGETHER && all.size() < clients; i++) {
                ImManager im = new ImManager(app);
                String user = "robot" + all.size();
                all.add(im);
                im.initSDK(server.app(), server.origin(), new SdkListener() {}).join();
                im.getSignalingManager().addSignalingListener(new SignalingListener() {
                    @Override
                    public void onReceiveNewInvitation(
                            String inviteID, String inviter, String groupID, List<String> invitees, String data) {
                        rings.countDown();
                    }
                });
                logins.add(im.login(user, server.ticket(user)));
            }
            logins.forEach(login -> must(login.join()));
        }
        return all;
    }

    /// Each calls the next one.
    private static void ring(List<ImManager> all) {
        for (int i = 0; i < all.size(); i++) {
            String next = "robot" + (i + 1) % all.size();
            must(all.get(i).getSignalingManager().invite(next, "hello").join());
        }
    }

    private static void must(Result<?> result) {
        if (!result.isOk()) {
            throw new IllegalStateException(result.toString());
        }
    }

    private static long usedBytes() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        Runtime jvm = Runtime.getRuntime();
        return jvm.totalMemory() - jvm.freeMemory();
    }
}
