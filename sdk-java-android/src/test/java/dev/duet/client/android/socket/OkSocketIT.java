// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Result;
import dev.duet.client.im.ImManager;
import dev.duet.client.im.InviteParams;
import dev.duet.client.im.SignalingListener;
import dev.duet.client.socket.Handset;
import dev.duet.testing.TestServer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The SDK over OkHttp, against a real server.
class OkSocketIT {
    private final TestServer server = TestServer.start();
    private final ExecutorService app = Executors.newSingleThreadExecutor();
    private final AndroidSurroundings phone = new AndroidSurroundings(new OkHttpClient());

    @AfterEach
    void close() {
        server.close();
        app.shutdown();
    }

    private static <T> Result<T> of(CompletableFuture<Result<T>> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    private ImManager loggedIn(String user) throws Exception {
        ImManager im = new ImManager(new Handset(app, "phone-of-" + user, phone));
        assertThat(of(im.initSDK(server.sdkAppId(), server.origin(), null)).code())
                .isZero();
        assertThat(of(im.login(user, server.userSig(user))).desc()).isEqualTo("ok");
        return im;
    }

    @Test
    void a_call_rings_is_accepted_and_both_log_out() throws Exception {
        ImManager alice = loggedIn("alice");
        ImManager bob = loggedIn("bob");
        BlockingQueue<String> rang = new LinkedBlockingQueue<>();
        BlockingQueue<String> accepted = new LinkedBlockingQueue<>();
        bob.getSignalingManager().addSignalingListener(new SignalingListener() {
            @Override
            public void onReceiveNewInvitation(
                    String inviteID, String inviter, String groupID, List<String> inviteeList, String data) {
                rang.add(inviteID);
            }
        });
        alice.getSignalingManager().addSignalingListener(new SignalingListener() {
            @Override
            public void onInviteeAccepted(String inviteID, String invitee, String data) {
                accepted.add(inviteID);
            }
        });
        Result<String> invited = of(alice.getSignalingManager().invite(new InviteParams("bob", "{}")));
        assertThat(invited.code()).isZero();
        String id = rang.poll(20, TimeUnit.SECONDS);
        assertThat(id).isEqualTo(invited.data());
        assertThat(of(bob.getSignalingManager().accept(String.valueOf(id), "")).code())
                .isZero();
        assertThat(accepted.poll(20, TimeUnit.SECONDS)).isEqualTo(id);
        assertThat(of(alice.logout()).code()).isZero();
        assertThat(of(bob.logout()).code()).isZero();
    }

    @Test
    void a_server_that_is_not_there_is_told_and_a_wrong_ticket_is_refused() throws Exception {
        ImManager nowhere = new ImManager(new Handset(app, "phone", phone));
        of(nowhere.initSDK(server.sdkAppId(), "http://127.0.0.1:1", null));
        assertThat(of(nowhere.login("alice", "ticket")).code()).isNotZero();
        ImManager forged = new ImManager(new Handset(app, "phone", phone));
        of(forged.initSDK(server.sdkAppId(), server.origin(), null));
        assertThat(of(forged.login("alice", "ticket")).code()).isNotZero();
    }
}
