// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// Where `switchRoom` leads; the rules for rooms are those of [RtcParams].
///
/// @param userSig empty: as before
/// @param privateMapKey empty: as before
public record RtcSwitchRoomConfig(long roomId, String strRoomId, String userSig, String privateMapKey) {
    public static RtcSwitchRoomConfig ofRoomId(long roomId) {
        return new RtcSwitchRoomConfig(roomId, "", "", "");
    }

    public static RtcSwitchRoomConfig ofStrRoomId(String strRoomId) {
        return new RtcSwitchRoomConfig(0, strRoomId, "", "");
    }

    /// Without the tickets.
    @Override
    public String toString() {
        return "RtcSwitchRoomConfig[roomId=" + roomId + ", strRoomId=" + strRoomId + ']';
    }
}
