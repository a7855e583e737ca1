// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the server has been told of us: what we send and what we want. An entry sets it back; only changes are told.
public final class Standing {
    /// Any other refusal of what is sent is repaired by entering again.
    private static final Set<Integer> DENIALS =
            Set.of(RoomCode.VIDEO_DENIED, RoomCode.SCREEN_DENIED, RoomCode.SCREEN_TAKEN);

    private MediaFlags flags = MediaFlags.NONE;
    private ReceiveWish wish = ReceiveWish.ALL;

    /// An entry tells what is sent from the start, and makes the server forget what was wanted.
    public MediaFlags begin(MediaFlags sent) {
        flags = sent;
        wish = ReceiveWish.ALL;
        return sent;
    }

    /// What has to be asked for so that the server knows.
    public List<ClientRequest> tell(MediaFlags sent, ReceiveWish wanted) {
        List<ClientRequest> requests = new ArrayList<>(2);
        if (!sent.equals(flags)) {
            flags = sent;
            requests.add(new ClientRequest.SetMedia(sent));
        }
        if (!wanted.equals(wish)) {
            wish = wanted;
            requests.add(new ClientRequest.SetReceive(wanted));
        }
        return requests;
    }

    /// Whether an answer says that what is sent may not reach the others.
    public static boolean isDenial(int code) {
        return DENIALS.contains(code);
    }
}
