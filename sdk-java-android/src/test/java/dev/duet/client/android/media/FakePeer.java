// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.machine.StatsReading;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.webrtc.VideoFrame;

/// The native side as the connection uses it; what would abort a process is noted as such.
final class FakePeer implements Peer {
    static final String OFFER =
            "v=0\r\nm=audio 9 x\r\nm=video 9 x\r\nm=video 9 x\r\na=fingerprint:f\r\na=ice-ufrag:u\r\na=ice-pwd:p\r\n";
    static final String ANSWER = OFFER + "a=setup:passive\r\n";

    final List<String> done = new CopyOnWriteArrayList<>();
    final List<String> fatal = new CopyOnWriteArrayList<>();
    private final Thread owner = Thread.currentThread();
    private volatile boolean disposed;
    private volatile String failure = "";

    void failWith(String why) {
        failure = why;
    }

    private void use(String what) {
        if (disposed) {
            fatal.add(what + " after dispose");
        }
        if (!Thread.currentThread().equals(owner)) {
            fatal.add(what + " on a foreign thread");
        }
        done.add(what);
    }

    private void tell(Taken taken) {
        String why = failure;
        AppThreads.run(() -> {
            if (why.isEmpty()) {
                taken.done();
            } else {
                taken.failed(why);
            }
        });
    }

    @Override
    public void offer(boolean newIce, Taken taken) {
        use(newIce ? "restart" : "offer");
        tell(taken);
    }

    @Override
    public String localSdp() {
        use("localSdp");
        return OFFER;
    }

    @Override
    public void answer(String sdp, Taken taken) {
        use("answer");
        tell(taken);
    }

    @Override
    public void voice(boolean sends, boolean records) {
        use("voice " + sends + " " + records);
    }

    @Override
    public void play(boolean on) {
        use("play " + on);
    }

    @Override
    public void volume(double factor) {
        use("volume " + factor);
    }

    @Override
    public void shape(MediaKind kind, Encoding encoding) {
        use("shape");
    }

    @Override
    public void frame(MediaKind place, VideoFrame frame) {
        if (disposed) {
            fatal.add("frame after dispose");
        }
        done.add("frame " + place);
    }

    @Override
    public void stats(Consumer<StatsReading> taken) {
        use("stats");
        taken.accept(new StatsReading(List.of()));
    }

    @Override
    public void dispose() {
        use("dispose");
        disposed = true;
    }
}
