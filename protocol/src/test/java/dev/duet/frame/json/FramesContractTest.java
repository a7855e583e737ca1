// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ResultKind;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerFrame;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `contract/frames`.
class FramesContractTest {
    private static final Path ACCEPTED = Goldens.FRAMES.resolve("accepted");
    private static final Path REFUSED = Goldens.FRAMES.resolve("refused");

    @ParameterizedTest
    @MethodSource("requests")
    void a_golden_request_reads_and_writes_back(String file) {
        String written = FrameWriter.write(request(Goldens.text(file)));

        assertThat(Goldens.oneLine(written)).isEqualTo(Goldens.oneLine(Goldens.text(file)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_golden_answer_reads_and_writes_back(String file) {
        assertThat(FrameWriter.write(ack(file))).isEqualTo(Goldens.oneLine(Goldens.text(file)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_golden_event_reads_and_writes_back(String file) {
        assertThat(FrameWriter.write(event(file))).isEqualTo(Goldens.oneLine(Goldens.text(file)));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void another_spelling_means_the_same(String file) {
        Map<String, String> members = Goldens.members(ACCEPTED.resolve(file));

        Request golden = request(Goldens.text(members.getOrDefault("readsAs", "")));

        assertThat(request(members.getOrDefault("input", ""))).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_bad_frame_is_refused(String file) {
        Map<String, String> members = Goldens.members(REFUSED.resolve(file));

        Reading<Request> reading = FrameReader.request(members.getOrDefault("input", ""));

        assertThat(reading).isInstanceOf(Reading.Broken.class);
        Refusal refusal = ((Reading.Broken<Request>) reading).refusal();
        assertThat(refusal.code().number()).isEqualTo(Integer.parseInt(members.getOrDefault("code", "")));
        assertThat(refusal.message())
                .contains(members.getOrDefault("messageContains", ""))
                .endsWith(".");
        assertThat(((Reading.Broken<Request>) reading).id()).isEqualTo(id(members.get("id")));
    }

    @Test
    void every_request_result_and_event_has_a_golden_frame() {
        assertThat(types(requests().stream()
                        .map(file -> request(Goldens.text(file)).body())))
                .containsAll(subtypes(ClientRequest.class));
        assertThat(types(events().stream().map(FramesContractTest::event))).containsAll(subtypes(ServerEvent.class));
        assertThat(types(answers().stream().flatMap(file -> result(file).stream())))
                .containsAll(subtypes(Result.class));
    }

    @Test
    void every_request_has_a_golden_answer() {
        List<String> methods =
                requests().stream().map(FramesContractTest::method).distinct().toList();

        assertThat(Goldens.names(Goldens.FRAMES, ".result.json").stream().map(FramesContractTest::method))
                .containsAll(methods);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_may_say_its_id_last(String file) {
        String line = Goldens.oneLine(Goldens.text(file));
        int end = line.indexOf(',', line.indexOf("\"id\":"));
        String id = line.substring(line.indexOf("\"id\":"), end);
        String turned = line.replace(id + ",", "").replaceFirst("}$", "," + id.replace("$", "") + "}");

        assertThat(ack(turned, method(file))).isEqualTo(ack(file));
    }

    static List<String> requests() {
        return Goldens.names(Goldens.FRAMES, ".request.json");
    }

    static List<String> events() {
        return Goldens.names(Goldens.FRAMES, ".event.json");
    }

    static List<String> answers() {
        return Stream.of(".result.json", ".error.json")
                .flatMap(end -> Goldens.names(Goldens.FRAMES, end).stream())
                .toList();
    }

    static List<String> accepted() {
        return Goldens.names(ACCEPTED, ".json");
    }

    static List<String> refused() {
        return Goldens.names(REFUSED, ".json");
    }

    private static Request request(String text) {
        Reading<Request> reading = FrameReader.request(text);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood<Request>) reading).frame();
    }

    private static Ack ack(String file) {
        return ack(Goldens.text(file), method(file));
    }

    private static Ack ack(String text, String method) {
        return ((ServerFrame.Answer) fromServer(text, id -> Optional.of(kind(method)))).ack();
    }

    private static Optional<Result> result(String file) {
        return ack(file) instanceof Ack.Done(RequestId id, Result result) ? Optional.of(result) : Optional.empty();
    }

    private static ServerEvent event(String file) {
        return ((ServerFrame.Told) fromServer(Goldens.text(file), id -> Optional.empty())).event();
    }

    private static ServerFrame fromServer(String text, Function<RequestId, Optional<ResultKind>> asked) {
        Reading<ServerFrame> reading = FrameReader.fromServer(text, asked);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood<ServerFrame>) reading).frame();
    }

    private static ResultKind kind(String method) {
        return ResultKind.of(request(Goldens.text(method + ".request.json")).body());
    }

    private static String method(String file) {
        return file.substring(0, file.indexOf('.'));
    }

    private static Set<Class<?>> types(Stream<?> values) {
        return values.map(Object::getClass).collect(Collectors.toSet());
    }

    private static List<Class<?>> subtypes(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? subtypes(type).stream() : Stream.of(type))
                .toList();
    }

    private static @Nullable RequestId id(@Nullable String number) {
        return number == null ? null : new RequestId.Numeric(Long.parseLong(number));
    }
}
