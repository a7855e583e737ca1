// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.told;

import dev.duet.client.rtc.type.RtcMediaDeviceState;
import dev.duet.client.rtc.type.RtcMediaDeviceType;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import java.awt.image.BufferedImage;
import java.util.List;

/// Every callback of a room and its devices, on the app's executor, one after another. What one throws is reported
/// as an uncaught exception and disturbs nobody.
public interface RtcCloudListener {
    /// The number is one of [dev.duet.client.course.RoomCode] or docs/errors.md; the message is an English sentence.
    default void onError(int errCode, String errMsg) {}

    /// As `onError`, of what goes on all the same.
    default void onWarning(int warningCode, String warningMsg) {}

    /// Above 0 the elapsed ms, below 0 an error code.
    default void onEnterRoom(int result) {}

    /// 0 own exitRoom, 1 kicked, 2 dissolved.
    default void onExitRoom(int reason) {}

    /// Always -4: a call has no roles.
    default void onSwitchRole(int errCode, String errMsg) {}

    /// 0 is success.
    default void onSwitchRoom(int errCode, String errMsg) {}

    default void onRemoteUserEnterRoom(String userId) {}

    /// 0 left, 1 timed out, 2 kicked.
    default void onRemoteUserLeaveRoom(String userId, int reason) {}

    default void onUserVideoAvailable(String userId, boolean available) {}

    default void onUserSubStreamAvailable(String userId, boolean available) {}

    default void onUserAudioAvailable(String userId, boolean available) {}

    /// The own picture when `userId` is empty.
    default void onFirstVideoFrame(String userId, RtcVideoStreamType streamType, int width, int height) {}

    default void onFirstAudioFrame(String userId) {}

    default void onSendFirstLocalVideoFrame(RtcVideoStreamType streamType) {}

    default void onSendFirstLocalAudioFrame() {}

    /// Status 0 stopped, 1 playing, 2 loading; reason 0 internal, 1 buffering begins, 2 buffering ends, 3 started
    /// here, 4 stopped here, 5 started there, 6 stopped there.
    default void onRemoteVideoStatusUpdated(String userId, RtcVideoStreamType streamType, int status, int reason) {}

    /// As `onRemoteVideoStatusUpdated`.
    default void onRemoteAudioStatusUpdated(String userId, int status, int reason) {}

    /// In pixels.
    default void onUserVideoSizeChanged(String userId, RtcVideoStreamType streamType, int newWidth, int newHeight) {}

    default void onCameraDidReady() {}

    default void onMicDidReady() {}

    default void onDeviceChanged(String deviceId, RtcMediaDeviceType type, RtcMediaDeviceState state) {}

    /// 0 to 100.
    default void onTestMicVolume(int volume) {}

    /// 0 to 100.
    default void onTestSpeakerVolume(int volume) {}

    /// At the interval that was asked for, in silence too.
    ///
    /// @param totalVolume of all others together, 0 to 100
    default void onUserVoiceVolume(List<RtcVolumeInfo> userVolumes, int totalVolume) {}

    /// Every 2 s.
    default void onNetworkQuality(RtcQualityInfo localQuality, List<RtcQualityInfo> remoteQuality) {}

    /// Every 2 s.
    default void onStatistics(RtcStatistics statistics) {}

    default void onSpeedTestResult(RtcSpeedTestResult result) {}

    /// The room goes on meanwhile; `onTryToReconnect` and `onConnectionRecovery` follow.
    default void onConnectionLost() {}

    default void onTryToReconnect() {}

    default void onConnectionRecovery() {}

    /// A message of the app's own.
    ///
    /// @param message the bytes as they were sent; text is UTF-8
    default void onRecvCustomCmdMsg(String userId, int cmdID, long seq, byte[] message) {}

    /// So many before the latest have not come.
    default void onMissCustomCmdMsg(String userId, int cmdID, int errCode, int missed) {}

    default void onScreenCaptureStarted() {}

    default void onScreenCapturePaused(int reason) {}

    default void onScreenCaptureResumed(int reason) {}

    /// 0 by stopScreenCapture, 1 by the system or because the source ended.
    default void onScreenCaptureStopped(int reason) {}

    /// After `snapshotVideo`.
    default void onSnapshotComplete(String userId, RtcVideoStreamType type, BufferedImage data) {}
}
