// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.frame.InvitationInfo.Outcome;
import dev.duet.frame.Platform;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.frame.ServerEvent.Via;

/// The spellings of every enum on the wire.
final class Words {
    static final Spelling<Platform> PLATFORM = new Spelling<>(Platform.class);
    static final Spelling<Scene> SCENE = new Spelling<>(Scene.class);
    static final Spelling<ReceiveWish.Video> RECEIVED_VIDEO = new Spelling<>(ReceiveWish.Video.class);
    static final Spelling<Outcome> OUTCOME = new Spelling<>(Outcome.class);
    static final Spelling<KickReason> KICK_REASON = new Spelling<>(KickReason.class);
    static final Spelling<Via> VIA = new Spelling<>(Via.class);

    static final String RINGING = "ringing";
    static final String ENDED = "ended";

    private Words() {}
}
