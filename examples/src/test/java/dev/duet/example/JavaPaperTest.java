// SPDX-License-Identifier: Apache-2.0
package dev.duet.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.testkit.KeptPaper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Java in `docs/java.md` compiles for the Java that the SDK asks for, and the files it links to are there.
class JavaPaperTest {
    private static final KeptPaper PAPER = new KeptPaper("java.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\((\\.\\./[^)#]+)\\)");

    /// What a piece without a class of its own stands in.
    private static final String AROUND = """
            import dev.duet.client.*;
            import dev.duet.client.call.*;
            import dev.duet.client.call.own.*;
            import dev.duet.client.call.state.*;
            import dev.duet.client.im.*;
            import dev.duet.client.media.*;
            import dev.duet.client.media.file.*;
            import dev.duet.client.media.flow.*;
            import dev.duet.client.media.picture.*;
            import dev.duet.client.media.synth.*;
            import dev.duet.client.media.view.*;
            import dev.duet.client.rtc.*;
            import dev.duet.client.socket.*;
            import java.nio.file.Path;
            import java.util.concurrent.CompletionStage;
            import javax.swing.SwingUtilities;

            abstract class NAME {
                interface Backend { CompletionStage<String> fetchUserSig(String user); }
                Backend backend;
                DuetClient client;
                Call call;
                ImManager im;
                VideoView view;
                java.awt.image.BufferedImage image;

                void piece() throws Exception {
            HERE
                }
            }
            """;

    @TempDir
    private Path classes;

    private static List<String> blocks() {
        return BLOCK.matcher(PAPER.text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void there_is_something_to_compile() {
        assertThat(blocks()).hasSizeGreaterThan(6);
    }

    @Test
    void every_piece_compiles() {
        List<Text> sources = new ArrayList<>();
        for (String block : blocks()) {
            String name = block.startsWith("import ") ? "FirstCall" : "Piece" + sources.size();
            String around = AROUND.replace("NAME", name).replace("HERE", block);
            sources.add(new Text(name, block.startsWith("import ") ? block : around));
        }
        assertThat(errors(sources)).isEmpty();
    }

    @Test
    void every_file_of_this_repository_that_it_names_is_there() {
        assertThat(LINK.matcher(PAPER.text()).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of("..", "docs", link)).exists());
    }

    private List<String> errors(List<Text> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options =
                List.of("--release", "21", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled =
                compiler.getTask(null, null, said, options, null, sources).call();
        List<String> errors = said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
        assertThat(compiled).isEqualTo(errors.isEmpty());
        return errors;
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(String name, String source) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
