// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import dev.duet.client.course.RoomCode;
import dev.duet.client.media.Devices;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/// Why a device is not to be had, in the guide's numbers.
///
/// @param warning the guide's warning beside the error; 0 when there is none
public record DeviceFault(int code, int warning, String desc) {

    private record Codes(int code, int warning) {}

    /// Of what an engine threw.
    public static DeviceFault of(Devices.Kind kind, Throwable thrown) {
        Throwable why = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        Reason reason = why instanceof MediaException known ? known.reason() : Reason.ENGINE_BROKE;
        Codes number = switch (reason) {
            case NO_DEVICE -> missing(kind);
            case DEVICE_REFUSED -> refused(kind);
            case NO_ENGINE, NO_NATIVE_LIBRARY, BAD_DESCRIPTION, WRONG_MOMENT, CLOSED, BROKEN_FILE, ENGINE_BROKE ->
                new Codes(failed(kind), 0);
        };
        String name = kind.name().toLowerCase(Locale.ROOT);
        return new DeviceFault(
                number.code(), number.warning(), "The " + name + " could not be used: " + why.getMessage());
    }

    private static Codes missing(Devices.Kind kind) {
        return switch (kind) {
            case MICROPHONE -> new Codes(RoomCode.MIC_START_FAIL, RoomCode.WARNING_MIC_LIST_EMPTY);
            case CAMERA -> new Codes(RoomCode.CAMERA_START_FAIL, RoomCode.WARNING_CAMERA_LIST_EMPTY);
            case SPEAKER -> new Codes(RoomCode.SPEAKER_START_FAIL, RoomCode.WARNING_SPEAKER_LIST_EMPTY);
            case SCREEN -> new Codes(RoomCode.SCREEN_CAPTURE_UNSUPPORTED, 0);
        };
    }

    private static Codes refused(Devices.Kind kind) {
        return switch (kind) {
            case MICROPHONE -> new Codes(RoomCode.MIC_OCCUPIED, RoomCode.WARNING_MIC_OCCUPIED);
            case CAMERA -> new Codes(RoomCode.CAMERA_OCCUPIED, RoomCode.WARNING_CAMERA_OCCUPIED);
            case SPEAKER -> new Codes(RoomCode.SPEAKER_START_FAIL, 0);
            case SCREEN -> new Codes(RoomCode.SCREEN_CAPTURE_START_FAIL, RoomCode.WARNING_SCREEN_NOT_AUTHORIZED);
        };
    }

    private static int failed(Devices.Kind kind) {
        return switch (kind) {
            case MICROPHONE -> RoomCode.MIC_START_FAIL;
            case CAMERA -> RoomCode.CAMERA_START_FAIL;
            case SPEAKER -> RoomCode.SPEAKER_START_FAIL;
            case SCREEN -> RoomCode.SCREEN_CAPTURE_START_FAIL;
        };
    }
}
