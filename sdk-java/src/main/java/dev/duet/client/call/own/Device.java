// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.own;

import dev.duet.client.Result;
import dev.duet.client.course.RoomCode;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;

/// The things that a call may have to open, each with its documented numbers.
enum Device {
    MICROPHONE("microphone", RoomCode.MIC_START_FAIL, RoomCode.MIC_OCCUPIED),
    CAMERA("camera", RoomCode.CAMERA_START_FAIL, RoomCode.CAMERA_OCCUPIED),
    SCREEN("screen", RoomCode.SCREEN_CAPTURE_START_FAIL, RoomCode.SCREEN_CAPTURE_STOPPED),
    SPEAKER("loudspeaker", RoomCode.SPEAKER_START_FAIL, RoomCode.SPEAKER_START_FAIL);

    private final String noun;
    private final int startFail;
    private final int gone;

    Device(String noun, int startFail, int gone) {
        this.noun = noun;
        this.startFail = startFail;
        this.gone = gone;
    }

    Result<Void> absent() {
        return Result.refused(startFail, "There is no " + noun + " among the sources of this client.");
    }

    /// Why it could not be opened.
    Result<Void> refusal(Throwable why) {
        boolean taken = why instanceof MediaException fault && fault.reason() == Reason.DEVICE_REFUSED;
        boolean cannotStart = !taken || this == SCREEN;
        return Result.refused(cannotStart ? startFail : gone, "The " + noun + " could not be opened: " + sentence(why));
    }

    /// Why it stopped by itself.
    Result<Void> loss(Throwable why) {
        return Result.refused(gone, "The " + noun + " stopped: " + sentence(why));
    }

    private static String sentence(Throwable why) {
        String message = why.getMessage();
        return message == null ? why + "." : message;
    }
}
