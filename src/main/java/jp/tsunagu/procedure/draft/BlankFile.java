package jp.tsunagu.procedure.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/** A new diagram or table that says nothing yet but what it is called: {@code blank.bpmn} and {@code blank.dmn}. */
final class BlankFile {

    private BlankFile() {}

    /**
     * The content.
     *
     * @param ending {@code bpmn} or {@code dmn}
     * @param key id of the process or decision
     */
    static byte[] of(String ending, String key, String title) {
        try (InputStream blank = BlankFile.class.getResourceAsStream("blank." + ending)) {
            return new String(blank.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{key}", key)
                    .replace("{title}", HtmlUtils.htmlEscapeDecimal(title, "UTF-8"))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("blank." + ending, e);
        }
    }
}
