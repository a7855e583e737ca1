// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    @TempDir
    Path folder;

    @Test
    void a_file_compressed_when_it_was_built_is_one_page_with_its_plain_form() throws Exception {
        put("effects/models.wasm", "plain");
        put("effects/models.wasm.gz", "zipped");
        Map<String, Page> pages = Pages.walk(folder);
        assertThat(pages).containsOnlyKeys("/effects/models.wasm");
        Page page = pages.values().iterator().next();
        assertThat(page.type()).isEqualTo("application/wasm");
        assertThat(page.plain()).asString().isEqualTo("plain");
        assertThat(page.zipped()).asString().isEqualTo("zipped");
    }

    @Test
    void a_compressed_file_without_a_plain_form_is_a_page_of_its_own() throws Exception {
        put("log.gz", "zipped");
        assertThat(Pages.walk(folder)).containsOnlyKeys("/log.gz");
    }

    @Test
    void other_files_are_compressed_at_start() throws Exception {
        put("index.html", "a".repeat(1000));
        Page page = Pages.walk(folder).values().iterator().next();
        assertThat(page.zipped()).hasSizeLessThan(100);
    }

    private void put(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
