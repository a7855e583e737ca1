// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// The sizes a picture can be encoded in, lying; portrait swaps them.
public enum RtcVideoResolution {
    RES_120_120(1, 120, 120, 80),
    RES_160_160(3, 160, 160, 100),
    RES_270_270(5, 270, 270, 200),
    RES_480_480(7, 480, 480, 350),
    RES_160_120(50, 160, 120, 100),
    RES_240_180(52, 240, 180, 150),
    RES_280_210(54, 280, 210, 200),
    RES_320_240(56, 320, 240, 250),
    RES_400_300(58, 400, 300, 300),
    RES_480_360(60, 480, 360, 400),
    RES_640_480(62, 640, 480, 600),
    RES_960_720(64, 960, 720, 1000),
    RES_160_90(100, 160, 90, 150),
    RES_256_144(102, 256, 144, 200),
    RES_320_180(104, 320, 180, 250),
    RES_480_270(106, 480, 270, 350),
    RES_640_360(108, 640, 360, 500),
    RES_960_540(110, 960, 540, 850),
    RES_1280_720(112, 1280, 720, 1200),
    RES_1920_1080(114, 1920, 1080, 2000);

    private final int value;
    private final int width;
    private final int height;
    private final int kbps;

    RtcVideoResolution(int value, int width, int height, int kbps) {
        this.value = value;
        this.width = width;
        this.height = height;
        this.kbps = kbps;
    }

    /// The guide's number.
    public int value() {
        return value;
    }

    /// In pixels, the longer side.
    public int width() {
        return width;
    }

    /// In pixels, the shorter side.
    public int height() {
        return height;
    }

    /// What a call needs for it.
    public int kbps() {
        return kbps;
    }
}
