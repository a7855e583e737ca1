// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import android.Manifest;
import android.content.Context;
import android.media.AudioAttributes;
import android.media.AudioFocusRequest;
import android.media.AudioManager;
import android.media.Ringtone;
import android.media.RingtoneManager;
import android.os.Build;
import android.os.VibrationEffect;
import android.os.Vibrator;
import android.util.Log;
import dev.duet.client.android.ring.Noise;
import org.jspecify.annotations.Nullable;

/// The phone's own ring tone and vibration, as its switch for sounds says, for as long as nobody else needs to be
/// heard.
final class RingNoise {
    private static final String TAG = "duet";
    private static final long[] PATTERN_MILLIS = {0, 1000, 1000};
    private static final AudioAttributes RING = new AudioAttributes.Builder()
            .setUsage(AudioAttributes.USAGE_NOTIFICATION_RINGTONE)
            .setContentType(AudioAttributes.CONTENT_TYPE_SONIFICATION)
            .build();

    private final Context context;
    private final AudioManager audio;
    private final AudioFocusRequest focus;
    private @Nullable Ringtone tone;
    private boolean vibrates;

    RingNoise(Context context) {
        this.context = context;
        this.audio = context.getSystemService(AudioManager.class);
        this.focus = new AudioFocusRequest.Builder(AudioManager.AUDIOFOCUS_GAIN_TRANSIENT)
                .setAudioAttributes(RING)
                .setOnAudioFocusChangeListener(this::focusChanged)
                .build();
    }

    void begin() {
        end();
        Noise noise = Noise.of(audio.getRingerMode());
        if (noise.vibration()) {
            vibrate();
        }
        if (noise.sound() && audio.requestAudioFocus(focus) == AudioManager.AUDIOFOCUS_REQUEST_GRANTED) {
            sound();
        }
    }

    private void sound() {
        try {
            Ringtone ringtone = RingtoneManager.getRingtone(
                    context, RingtoneManager.getActualDefaultRingtoneUri(context, RingtoneManager.TYPE_RINGTONE));
            if (ringtone != null) {
                ringtone.setAudioAttributes(RING);
                if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) {
                    ringtone.setLooping(true);
                }
                ringtone.play();
                tone = ringtone;
            }
        } catch (RuntimeException noTone) {
            Log.w(TAG, "The ring tone cannot be played.", noTone);
        }
    }

    @SuppressWarnings("deprecation") // Its successor is there from API 31 on only, and does the same.
    private void vibrate() {
        Vibrator vibrator = context.getSystemService(Vibrator.class);
        if (vibrator != null && RingPermissions.has(context, Manifest.permission.VIBRATE)) {
            vibrator.vibrate(VibrationEffect.createWaveform(PATTERN_MILLIS, 0), RING);
            vibrates = true;
        }
    }

    private void focusChanged(int change) {
        if (change < 0) {
            endSound();
        }
    }

    private void endSound() {
        if (tone != null) {
            tone.stop();
            tone = null;
        }
    }

    /// Silence; a second time does nothing.
    void end() {
        endSound();
        int unused = audio.abandonAudioFocusRequest(focus);
        if (vibrates) {
            vibrates = false;
            context.getSystemService(Vibrator.class).cancel();
        }
    }
}
