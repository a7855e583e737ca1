// SPDX-License-Identifier: Apache-2.0
package dev.duet.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Result;
import dev.duet.client.call.DuetClient;
import dev.duet.client.course.RoomCode;
import dev.duet.client.device.DeviceManager;
import dev.duet.client.im.ImManager;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.view.VideoView;
import dev.duet.client.rtc.RtcCloud;
import dev.duet.client.rtc.told.RtcCloudListener;
import dev.duet.client.rtc.type.RtcParams;
import dev.duet.testkit.KeptPaper;
import dev.duet.usersig.UserSigMint;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The column Java of `docs/porting.md`: each name is one of the SDK's, each constant has the guide's number.
class PortingPaperTest {
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern WHY_NOT = Pattern.compile("– \\S+ \\S.*");
    private static final Pattern NUMBER = Pattern.compile("\\((-?\\d+)\\)$");

    /// One of each package in which users find names.
    private static final List<Class<?>> PLACES = List.of(
            Result.class,
            ImManager.class,
            RtcCloud.class,
            RtcParams.class,
            RtcCloudListener.class,
            DeviceManager.class,
            DuetClient.class,
            RoomCode.class,
            VideoSink.class,
            VideoView.class,
            UserSigMint.class);

    private record Row(String guide, String java) {
        List<String> names() {
            return SPAN.matcher(java).results().map(found -> found.group(1)).toList();
        }
    }

    /// Of all tables of the guide's names; a row that lacks the column has an empty one.
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        boolean names = false;
        for (String line : new KeptPaper("porting.md").text().lines().toList()) {
            if (!line.startsWith("|")) {
                names = false;
            } else if (line.startsWith("| Guide |")) {
                names = true;
            } else if (names && !line.startsWith("|--")) {
                String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
                rows.add(new Row(cells[0], cells.length == 4 ? cells[2] : ""));
            }
        }
        return rows;
    }

    @Test
    void there_are_tables_to_read() {
        assertThat(rows()).hasSizeGreaterThan(80);
    }

    @Test
    void every_row_has_a_name_or_says_why_there_is_none() {
        assertThat(rows()).allSatisfy(row -> {
            if (row.names().isEmpty() || row.java().startsWith("–")) {
                assertThat(row.java()).as(row.guide()).matches(WHY_NOT);
            }
        });
    }

    @Test
    void every_name_is_one_of_the_sdk() {
        assertThat(rows().stream().flatMap(row -> row.names().stream()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(isThere(name)).as(name).isTrue());
    }

    @Test
    void every_error_has_the_number_of_the_guide() {
        List<Row> errors = rows().stream()
                .filter(row -> NUMBER.matcher(row.guide()).find() && !row.java().startsWith("–"))
                .toList();
        assertThat(errors)
                .hasSizeGreaterThan(8)
                .allSatisfy(row -> assertThat(number(row.names().getFirst()))
                        .as(row.guide())
                        .isEqualTo(NUMBER.matcher(row.guide())
                                .results()
                                .map(MatchResult::group)
                                .map(text -> text.substring(1, text.length() - 1))
                                .findFirst()
                                .map(Integer::parseInt)
                                .orElseThrow()));
    }

    private static int number(String constant) {
        String[] parts = constant.split("\\.", 2);
        try {
            Field field = type(parts[0]).orElseThrow().getField(parts[1]);
            return field.getInt(null);
        } catch (ReflectiveOperationException none) {
            throw new LinkageError(constant, none);
        }
    }

    private static boolean isThere(String name) {
        String[] parts = name.split("\\.", 2);
        return type(parts[0])
                .filter(type -> parts.length == 1 || members(type).anyMatch(one -> one.equals(parts[1])))
                .isPresent();
    }

    private static Stream<String> members(Class<?> type) {
        return Stream.<Member>concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()))
                .filter(one -> one.getDeclaringClass() != Object.class)
                .map(Member::getName);
    }

    private static Optional<Class<?>> type(String name) {
        return PLACES.stream()
                .flatMap(place -> load(place.getPackageName() + '.' + name))
                .findFirst();
    }

    private static Stream<Class<?>> load(String name) {
        try {
            Class<?> found = Class.forName(name);
            return Modifier.isPublic(found.getModifiers()) ? Stream.of(found) : Stream.empty();
        } catch (ClassNotFoundException elsewhere) {
            return Stream.empty();
        }
    }
}
