// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.member;

import dev.duet.frame.InvitationInfo.Outcome;
import dev.duet.frame.Platform;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.frame.ServerEvent.Via;

/// The spellings of every enum on the wire.
public final class Words {
    public static final Spelling<Platform> PLATFORM = new Spelling<>(Platform.class);
    public static final Spelling<Scene> SCENE = new Spelling<>(Scene.class);
    public static final Spelling<ReceiveWish.Video> RECEIVED_VIDEO = new Spelling<>(ReceiveWish.Video.class);
    public static final Spelling<Outcome> OUTCOME = new Spelling<>(Outcome.class);
    public static final Spelling<KickReason> KICK_REASON = new Spelling<>(KickReason.class);
    public static final Spelling<Via> VIA = new Spelling<>(Via.class);

    public static final String RINGING = "ringing";
    public static final String ENDED = "ended";

    private Words() {}
}
