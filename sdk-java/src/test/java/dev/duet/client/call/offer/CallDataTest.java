// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.RejectReason;
import dev.duet.id.RoomId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallDataTest {
    private static final CallOffer VOICE = new CallOffer(CallMedia.AUDIO, new RoomId.Named("r1"));
    private static final CallOffer PICTURE = new CallOffer(CallMedia.VIDEO, new RoomId.Numbered(7));

    @Test
    void isWhatTheGuideWrites() {
        assertThat(CallData.invite(new CallOffer(CallMedia.VIDEO, new RoomId.Named("r1"))))
                .isEqualTo("{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"roomId\":\"r1\"}}");
        assertThat(CallData.reject(CallMedia.AUDIO, RejectReason.BUSY))
                .isEqualTo("{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"audioCall\",\"reason\":\"busy\"}}");
    }

    @Test
    void isReadInBothOfTheFormsTheGuideHas() {
        assertThat(CallData.readOffer("{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"audioCall\",\"roomId\":\"r1\"}}"))
                .contains(VOICE);
        assertThat(CallData.readOffer(
                        "{\"cmd\":\"av_call\",\"cmdInfo\":{\"callType\":\"audioCall\",\"roomId\":\"r1\"}}"))
                .contains(VOICE);
        assertThat(CallData.readOffer("{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"roomId\":7}}"))
                .contains(PICTURE);
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(CallData.readOffer(CallData.invite(VOICE))).contains(VOICE);
        assertThat(CallData.readOffer(CallData.invite(PICTURE))).contains(PICTURE);
        assertThat(CallData.readReason(CallData.reject(CallMedia.VIDEO, RejectReason.BUSY)))
                .isEqualTo(RejectReason.BUSY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"r\u00e4um\"", "4294967295", "9007199254740991"})
    void mayNameARoomThatThereCannotBe(String room) {
        assertThat(CallData.readOffer(
                        "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"audioCall\",\"roomId\":" + room + "}}"))
                .contains(new CallOffer(CallMedia.AUDIO, null));
    }

    @Test
    void mayHoldMoreThanIsUnderstood() {
        assertThat(CallData.readOffer("{\"x\":[{\"cmd\":1}],\"msg\":{\"roomId\":\"r1\",\"y\":{\"roomId\":\"r2\"},"
                        + "\"callType\":\"audioCall\"},\"cmd\":\"av_call\"}"))
                .contains(VOICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "7",
                "[]",
                "{}",
                "{\"cmd\":\"av_call\"}",
                "{\"cmd\":\"other\",\"msg\":{}}",
                "{\"cmd\":\"av_call\",\"msg\":7}",
                "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\"}}",
                "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"roomId\":\"\"}}",
                "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"roomId\":0}}",
                "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"roomId\":99999999999999999999}}",
                "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"roomId\":\"r1\"}",
                "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"roomId\":\"r1\"}} and more"
            })
    void isNoCall(String data) {
        assertThat(CallData.readOffer(data)).isEmpty();
        assertThat(CallData.readReason(data)).isEqualTo(RejectReason.ACTIVE);
    }
}
