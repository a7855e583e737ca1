// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    @Test
    void an_invite_reads_with_its_defaults() {
        Request request = understood("{'jsonrpc':'2.0','id':1,'method':'invite','params':{'invitee':'bob'}}");

        assertThat(request.id()).isEqualTo(new RequestId.Numeric(1));
        assertThat(request.body())
                .isEqualTo(new ClientRequest.Invite(new UserId("bob"), "", Duration.ofSeconds(30), false, null, null));
    }

    @Test
    void members_come_in_any_order() {
        Request request =
                understood("{'params':{'data':'x','invitee':'bob'},'method':'invite','id':'a','jsonrpc':'2.0'}");

        assertThat(request.id()).isEqualTo(new RequestId.Text("a"));
        assertThat(request.body()).isInstanceOf(ClientRequest.Invite.class);
    }

    @Test
    void unknown_params_are_ignored_however_deep() {
        understood("{'jsonrpc':'2.0','id':1,'method':'logout','params':{'new':{'a':[1,{'b':null}]}}}");
    }

    @Test
    void an_unknown_member_of_the_envelope_is_refused() {
        refused("{'jsonrpc':'2.0','id':1,'method':'logout','extra':1}", ErrorCode.NOT_A_REQUEST, "`extra`", 1L);
    }

    @Test
    void params_may_be_left_out_or_null() {
        assertThat(understood("{'jsonrpc':'2.0','id':1,'method':'logout'}").body())
                .isEqualTo(new ClientRequest.Logout());
        understood("{'jsonrpc':'2.0','id':1,'method':'exitRoom','params':null}");
        refused("{'jsonrpc':'2.0','id':1,'method':'invite'}", ErrorCode.WRONG_PARAMS, "`invitee` is missing", 1L);
    }

    @Test
    void null_counts_as_absent() {
        understood(
                "{'jsonrpc':'2.0','id':1,'method':'invite','params':{'invitee':'bob','timeout':null,'inviteId':null}}");
        refused(
                "{'jsonrpc':'2.0','id':1,'method':'invite','params':{'invitee':null}}",
                ErrorCode.WRONG_PARAMS,
                "`invitee` is missing",
                1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nonsense",
                "{'id':1",
                "{'id':01}",
                "{'id':+1}",
                "{'id':NaN}",
                "{}{}",
                "{} x",
                "{'a':'\t'}",
                "{'a':1,}",
                "{a:1}",
                "{'a':'\\x'}",
                "// c\n{}",
                "\uFEFF{}"
            })
    void what_is_not_json_is_refused(String text) {
        refused(text, ErrorCode.NOT_JSON, "", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'jsonrpc':'2.0','id':1,'method':'logout'}]",
                "1",
                "'text'",
                "null",
                "true",
                "{}",
                "{'jsonrpc':'2.0','method':'logout'}",
                "{'jsonrpc':'2.0','id':null,'method':'logout'}",
                "{'jsonrpc':'2.0','id':1.5,'method':'logout'}",
                "{'jsonrpc':'2.0','id':true,'method':'logout'}",
                "{'jsonrpc':'2.0','id':'','method':'logout'}",
                "{'jsonrpc':'2.0','id':[{}],'method':'logout'}",
                "{'jsonrpc':'2.0','id':9223372036854775808,'method':'logout'}"
            })
    void what_is_no_request_is_refused_without_an_id(String text) {
        refused(text, ErrorCode.NOT_A_REQUEST, "", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':7,'method':'logout'}",
                "{'jsonrpc':'1.0','id':7,'method':'logout'}",
                "{'jsonrpc':2.0,'id':7,'method':'logout'}",
                "{'jsonrpc':'2.0','id':7}",
                "{'jsonrpc':'2.0','id':7,'method':5}",
                "{'jsonrpc':'2.0','id':7,'result':{}}",
                "{'jsonrpc':{'a':[]},'method':'logout','id':7}"
            })
    void what_is_no_request_is_refused_with_its_id(String text) {
        refused(text, ErrorCode.NOT_A_REQUEST, "", 7L);
    }

    @Test
    void an_unknown_method_is_refused_by_name() {
        refused(
                "{'jsonrpc':'2.0','id':7,'method':'dance','params':{'a':[1]}}",
                ErrorCode.NO_SUCH_METHOD,
                "`dance`",
                7L);
        refused("{'jsonrpc':'2.0','params':{},'method':'a`b','id':7}", ErrorCode.NO_SUCH_METHOD, "no such method", 7L);
    }

    @Test
    void the_id_is_found_behind_the_flaw() {
        refused(
                "{'jsonrpc':'2.0','method':'accept','params':{'inviteId':{'a':[{}]},'data':'x'},'id':7}",
                ErrorCode.WRONG_PARAMS,
                "`inviteId` must be 1 to 64 letters",
                7L);
        refused("{'jsonrpc':'2.0','method':'accept','params':[[1]],'id':7}", ErrorCode.WRONG_PARAMS, "`params`", 7L);
        refused("{'params':[[1]],'jsonrpc':'2.0','method':'accept','id':7}", ErrorCode.WRONG_PARAMS, "`params`", 7L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "login|'sdkAppId':0|`sdkAppId` must be an integer from 1 to 4294967295",
                "login|'sdkAppId':'1'|`sdkAppId` must be an integer",
                "login|'sdkAppId':1.0|without fraction or exponent",
                "login|'sdkAppId':1e3|without fraction or exponent",
                "login|'sdkAppId':99999999999999999999|an integer from 1 to 4294967295",
                "login|'userId':'a b'|`userId` must be 1 to 32 letters",
                "login|'userSig':1|`userSig` must be a string",
                "login|'device':'web'|`device` must be an object",
                "login|'device':{}|`device.id` is missing",
                "login|'device':{'id':'d'}|`device.platform` is missing",
                "login|'device':{'platform':'Web'}|`device.platform` must be one of web, android, ios, windows, mac",
                "login|'device':{'name':5}|`device.name` must be a string of 0 to 64 characters",
                "invite|'invitee':''|`invitee` must be 1 to 32 letters",
                "invite|'invitee':'\\ud800'|`invitee` must be text without half a surrogate pair",
                "invite|'data':{}|`data` must be a string",
                "invite|'data':'\\udc00\\ud800'|`data` must be text without half",
                "invite|'timeout':-1|`timeout` must be an integer from 0 to 86400",
                "invite|'timeout':86401|`timeout` must be an integer from 0 to 86400",
                "invite|'timeout':3e1|`timeout` must be an integer from 0 to 86400",
                "invite|'timeout':'30'|`timeout` must be an integer from 0 to 86400",
                "invite|'onlineUserOnly':1|`onlineUserOnly` must be true or false",
                "invite|'offlinePushInfo':[]|`offlinePushInfo` must be an object",
                "invite|'offlinePushInfo':{'a':{'b':'\\ud800'}}|`offlinePushInfo` must be text without half",
                "invite|'offlinePushInfo':{'\\ud800':1}|`offlinePushInfo` must be text without half",
                "invite|'inviteId':'a/b'|`inviteId` must be 1 to 64 letters",
                "cancel|'data':'x'|`inviteId` is missing",
                "modifyInvitation|'inviteId':'i'|`data` is missing",
                "enterRoom|'roomId':-1|`roomId` must be an integer from 0 to 4294967294",
                "enterRoom|'roomId':0|`strRoomId` is missing",
                "enterRoom|'strRoomId':'ä'|`strRoomId` must be 1 to 64 letters",
                "enterRoom|'scene':'live'|`scene` must be one of videoCall, audioCall",
                "restartIce|'sdp':''|`sdp` must be a string of 1 to 65536 characters",
                "setMedia|'audio':true,'video':false|`screen` is missing",
                "setMedia|'audio':'yes'|`audio` must be true or false",
                "sendCustomCmd|'cmdId':11|`cmdId` must be an integer from 1 to 10",
                "sendCustomCmd|'cmdId':1,'data':'a'|`data` must be base64",
                "sendCustomCmd|'cmdId':1,'data':'YQ'|`data` must be base64",
                "sendCustomCmd|'cmdId':1,'data':'YR=='|`data` must be base64",
                "setPushToken|'vendor':''|`vendor` must be a string of 1 to 32 characters",
            })
    void a_wrong_param_is_named_with_what_is_expected(String method, String params, String message) {
        refused(
                "{'jsonrpc':'2.0','method':'" + method + "','params':{" + params + "},'id':7}",
                ErrorCode.WRONG_PARAMS,
                message,
                7L);
    }

    @Test
    void a_member_named_twice_is_refused_at_any_depth() {
        refused("{'jsonrpc':'2.0','id':1,'id':2,'method':'logout'}", ErrorCode.NOT_JSON, "names a member twice", null);
        refused(
                "{'jsonrpc':'2.0','id':1,'method':'invite','params':{'invitee':'bob','invitee':'eve'}}",
                ErrorCode.NOT_JSON,
                "names a member twice",
                null);
        refused(
                "{'jsonrpc':'2.0','id':1,'method':'logout','params':{'x':{'a':1,'\\u0061':2}}}",
                ErrorCode.NOT_JSON,
                "names a member twice",
                null);
    }

    @Test
    void data_is_measured_in_bytes() {
        understood(invite("ä".repeat(6144)));
        understood(invite("\uD83D\uDE00".repeat(3072)));
        refused(invite("a".repeat(12289)), ErrorCode.MESSAGE_TOO_LARGE, "`data` must be at most 12288 bytes", 1L);
        refused(invite("ä".repeat(6144) + "a"), ErrorCode.MESSAGE_TOO_LARGE, "`data`", 1L);
        refused(invite("\uD83D\uDE00".repeat(3072) + "a"), ErrorCode.MESSAGE_TOO_LARGE, "`data`", 1L);
    }

    @Test
    void data_arrives_unchanged() {
        String data = "\\u0000\\ud83d\\ude00 \\\"\\\\ {\\\"cmd\\\":\\\"av_call\\\"}\\n";

        Request request = understood(invite(data));

        assertThat(((ClientRequest.Invite) request.body()).data())
                .isEqualTo("\0\uD83D\uDE00 \"\\ {\"cmd\":\"av_call\"}\n");
    }

    @Test
    void a_frame_of_64_KiB_is_read_and_one_byte_more_is_not() {
        String head = "{'jsonrpc':'2.0','id':1,'method':'logout','params':{'x':'";
        String fits = head + "a".repeat(FrameReader.MAX_FRAME_BYTES - head.length() - 3) + "'}}";

        understood(fits);
        refused(fits + " ", ErrorCode.FRAME_TOO_LARGE, "larger than 65536 bytes", null);
        refused("ä".repeat(32769), ErrorCode.FRAME_TOO_LARGE, "", null);
    }

    @Test
    void depth_and_digits_are_bounded() {
        refused("{'a':".repeat(40) + "1" + "}".repeat(40), ErrorCode.NOT_A_REQUEST, "deeper than 32", null);
        refused("[".repeat(60000), ErrorCode.NOT_A_REQUEST, "", null);
        refused(
                "{'jsonrpc':'2.0','id':1,'method':'logout','params':{'x':" + "[".repeat(60000),
                ErrorCode.NOT_A_REQUEST,
                "deeper than 32",
                null);
        refused(
                "{'jsonrpc':'2.0','id':" + "9".repeat(60000) + ",'method':'logout'}",
                ErrorCode.NOT_A_REQUEST,
                "more than 32 characters",
                null);
    }

    @Test
    void thousands_of_names_are_read_in_their_stride() {
        StringBuilder params = new StringBuilder();
        for (int i = 0; i < 6000; i++) {
            params.append(params.isEmpty() ? "" : ",").append("'").append(i).append("':0");
        }

        understood("{'jsonrpc':'2.0','id':1,'method':'logout','params':{" + params + "}}");
    }

    @Test
    void a_room_number_wins_over_a_room_name() {
        assertThat(room("'roomId':123,'strRoomId':'abc'")).isEqualTo(new RoomId.Numbered(123));
        assertThat(room("'roomId':0,'strRoomId':'123'")).isEqualTo(new RoomId.Named("123"));
        assertThat(room("'roomId':4294967294,'strRoomId':''")).isEqualTo(new RoomId.Numbered(4294967294L));
    }

    @Test
    void push_info_is_kept_as_it_came() {
        String info = "{ 'title':'\\u0041', 'n':[1,{}] }".replace('\'', '"');
        Request request = understood(
                "{'jsonrpc':'2.0','id':1,'method':'invite','params':{'offlinePushInfo':" + info + ",'invitee':'bob'}}");

        assertThat(((ClientRequest.Invite) request.body()).offlinePushInfo())
                .extracting(it -> it == null ? null : it.json())
                .isEqualTo(info);
    }

    @Test
    void push_info_is_bounded() {
        refused(
                "{'jsonrpc':'2.0','id':7,'method':'invite','params':{'invitee':'bob','offlinePushInfo':{'a':'"
                        + "x".repeat(4089) + "'}}}",
                ErrorCode.WRONG_PARAMS,
                "at most 4096 bytes",
                7L);
        understood("{'jsonrpc':'2.0','id':7,'method':'invite','params':{'invitee':'bob','offlinePushInfo':{'a':'"
                + "x".repeat(4088) + "'}}}");
    }

    @Test
    void a_custom_command_carries_up_to_a_kilobyte() {
        String start = "{'jsonrpc':'2.0','id':7,'method':'sendCustomCmd','params':{'cmdId':1,'data':'";
        understood(start + "AAAA".repeat(341) + "AA=='}}");
        refused(start + "AAAA".repeat(341) + "AAA='}}", ErrorCode.WRONG_PARAMS, "at most 1024 bytes", 7L);
    }

    @Test
    void a_refusal_never_repeats_a_ticket() {
        refused("{'jsonrpc':'2.0','id':1,'method':'login','params':{'userSig':'secret", ErrorCode.NOT_JSON, "", null);
        Request request = understood("{'jsonrpc':'2.0','id':1,'method':'login','params':{'sdkAppId':1,'userId':'a',"
                + "'userSig':'secret','device':{'id':'d','platform':'web'}}}");
        assertThat(request.toString()).doesNotContain("secret");
    }

    private static String invite(String data) {
        return "{'jsonrpc':'2.0','id':1,'method':'invite','params':{'invitee':'bob','data':'" + data + "'}}";
    }

    private static RoomId room(String members) {
        Request request = understood("{'jsonrpc':'2.0','id':1,'method':'enterRoom','params':{" + members
                + ",'scene':'videoCall','sdp':'v=0'}}");
        return ((ClientRequest.EnterRoom) request.body()).roomId();
    }

    private static Request understood(String text) {
        Reading<Request> reading = FrameReader.request(text.replace('\'', '"'));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood<Request>) reading).frame();
    }

    private static void refused(String text, ErrorCode code, String message, @Nullable Long id) {
        Reading<Request> reading = FrameReader.request(text.replace('\'', '"'));
        assertThat(reading).isInstanceOf(Reading.Broken.class);
        Reading.Broken<Request> broken = (Reading.Broken<Request>) reading;
        assertThat(broken.refusal().code()).isEqualTo(code);
        assertThat(broken.refusal().message()).contains(message).doesNotContain("secret");
        assertThat(broken.id()).isEqualTo(id == null ? null : new RequestId.Numeric(id));
    }
}
