// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    @TempDir
    Path folder;

    @Test
    void a_file_compressed_when_it_was_built_is_one_page_with_its_plain_form() throws Exception {
        put("effects/models.wasm", "model ".repeat(100).getBytes(StandardCharsets.UTF_8));
        put("effects/models.wasm.gz", zip("model ".repeat(100)));
        Map<String, Page> pages = Pages.walk(folder);
        assertThat(pages).containsOnlyKeys("/effects/models.wasm");
        Page page = pages.values().iterator().next();
        assertThat(page.type()).isEqualTo("application/wasm");
        assertThat(page.zipped()).isEqualTo(zip("model ".repeat(100)));
        assertThat(page.isSmallerZipped()).isTrue();
        assertThat(page.plain()).asString().isEqualTo("model ".repeat(100));
    }

    @Test
    void a_compressed_file_without_a_plain_form_is_a_page_of_its_own() throws Exception {
        put("log.gz", zip("log"));
        assertThat(Pages.walk(folder)).containsOnlyKeys("/log.gz");
    }

    @Test
    void other_files_are_compressed_at_start() throws Exception {
        put("index.html", "a".repeat(1000).getBytes(StandardCharsets.UTF_8));
        Page page = Pages.walk(folder).values().iterator().next();
        assertThat(page.zipped()).hasSizeLessThan(100);
    }

    @Test
    void a_file_that_grows_when_compressed_is_sent_as_it_is() throws Exception {
        put("a.txt", new byte[] {'a'});
        assertThat(Pages.walk(folder).values()).noneMatch(Page::isSmallerZipped).hasSize(1);
    }

    private void put(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }
}
