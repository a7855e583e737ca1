// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Result;
import dev.duet.client.call.state.CallHold;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallQuality;
import dev.duet.client.call.state.CallState;
import dev.duet.client.course.NetworkQuality;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ServerEvent.RemoteQuality;
import org.jspecify.annotations.Nullable;

/// What a call shows, and the telling of what changes in it. On the session's thread.
final class Outlook {
    private final LiveCall call;
    private final Calls calls;
    private final CallHandle handle;
    /// Voice or video as it was asked for last; a camera that is on makes it a video call in any case.
    private CallMedia mode;
    private MediaFlags inRoom = MediaFlags.NONE;
    private boolean heldHere;
    private boolean heldThere;
    private CallQuality network = CallQuality.UNKNOWN;
    private @Nullable Result<Void> trouble;

    Outlook(LiveCall call, CallMedia mode, CallTools tools, CallView.Inside inside) {
        this.call = call;
        this.calls = tools.calls();
        this.mode = mode;
        this.handle = new CallHandle(call, tools.session(), view(inside));
    }

    CallHandle handle() {
        return handle;
    }

    CallMedia mode() {
        return mode;
    }

    boolean isHeldHere() {
        return heldHere;
    }

    private CallView view(CallView.Inside inside) {
        boolean isVideo = inside.sent().video() || remote().video();
        return new CallView(inside, isVideo ? CallMedia.VIDEO : mode, held(), remote(), network, trouble);
    }

    private CallHold held() {
        if (heldHere) {
            return CallHold.LOCAL;
        }
        return heldThere ? CallHold.REMOTE : CallHold.NONE;
    }

    /// Of what the other side sends nothing arrives on hold.
    private MediaFlags remote() {
        return heldHere ? MediaFlags.NONE : inRoom;
    }

    void changed() {
        refresh();
        handle.tell(listener -> listener.changed(handle));
    }

    /// Before anybody is told, so that who reads what is told reads the same.
    private void refresh() {
        handle.show(view(call.inside()));
    }

    void moved(CallState now, CallState before) {
        refresh();
        if (!now.equals(before)) {
            arrange(now);
            handle.tell(listener -> listener.state(handle, now, before));
        }
        changed();
    }

    private void arrange(CallState now) {
        switch (now) {
            case CallState.Ended ended -> calls.ended(call);
            case CallState.Ringing ringing -> calls.arrange();
            case CallState.Inviting inviting -> calls.changed();
            case CallState.Connecting connecting -> calls.changed();
            case CallState.Talking talking -> calls.changed();
        }
    }

    void mode(CallMedia now) {
        mode = now;
        changed();
    }

    void receives(MediaFlags now) {
        MediaFlags before = remote();
        inRoom = now;
        tellRemote(before);
        changed();
    }

    void heldHere(boolean now) {
        holds(now, heldThere);
    }

    void heldThere(boolean now) {
        holds(heldHere, now);
    }

    private void holds(boolean here, boolean there) {
        CallHold before = held();
        MediaFlags received = remote();
        heldHere = here;
        heldThere = there;
        refresh();
        CallHold now = held();
        if (now != before) {
            calls.changed();
            handle.tell(listener -> listener.held(handle, now, before));
        }
        tellRemote(received);
        changed();
    }

    private void tellRemote(MediaFlags before) {
        MediaFlags now = remote();
        if (!now.equals(before)) {
            refresh();
            handle.tell(listener -> listener.remote(handle, now, before));
        }
    }

    /// The own figures, and those of the one other user.
    void judge(NetworkQuality quality) {
        RemoteQuality theirs =
                quality.remote().isEmpty() ? null : quality.remote().get(0);
        CallQuality now = new CallQuality(
                quality.local(),
                theirs == null ? 0 : theirs.quality(),
                quality.rtt(),
                quality.upLossPercent(),
                theirs == null ? 0 : theirs.downLossPercent());
        network = now;
        refresh();
        handle.tell(listener -> listener.quality(handle, now));
        changed();
    }

    /// Trouble that does not end the call.
    void problem(Result<Void> why) {
        lacks(why);
        handle.tell(listener -> listener.problem(handle, why));
        changed();
    }

    /// Trouble that does.
    void lacks(Result<Void> why) {
        trouble = why;
        refresh();
    }
}
