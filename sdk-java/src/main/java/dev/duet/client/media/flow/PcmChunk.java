// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

import java.nio.ShortBuffer;

/// 10 ms of sound as signed 16-bit samples, channels interleaved.
///
/// A value: nobody writes into its samples once it was handed to a source or a sink. Samples are read by absolute
/// index.
///
/// @param samples exactly `rate / 100 * channels` of them
/// @param rate samples a second of each channel: 8,000 to 48,000 in whole hundreds
/// @param channels 1 or 2
public record PcmChunk(ShortBuffer samples, int rate, int channels) {
    public PcmChunk {
        if (rate < 8_000 || rate > 48_000 || rate % 100 != 0) {
            throw new IllegalArgumentException("rate is " + rate + ", must be 8000 to 48000 in whole hundreds");
        }
        if (channels != 1 && channels != 2) {
            throw new IllegalArgumentException("channels is " + channels + ", must be 1 or 2");
        }
        if (samples.capacity() != rate / 100 * channels) {
            throw new IllegalArgumentException(samples.capacity() + " samples, 10 ms at " + rate + " Hz in " + channels
                    + " channels are " + rate / 100 * channels);
        }
    }

    /// These samples.
    ///
    /// @throws IllegalArgumentException when they are not 10 ms, or the rate is none
    public static PcmChunk of(short[] samples, int rate, int channels) {
        return new PcmChunk(ShortBuffer.wrap(samples), rate, channels);
    }

    /// 10 ms of it.
    public static PcmChunk silence(int rate, int channels) {
        return of(new short[rate / 100 * channels], rate, channels);
    }
}
