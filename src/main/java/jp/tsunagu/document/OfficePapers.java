package jp.tsunagu.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Papers of the office itself, which are of no case: written as the 様式 are, with a template that lies in the program. */
@Component
public class OfficePapers {

    private final PaperPrinter printer;
    private final PaperExtras extras;

    OfficePapers(PaperPrinter printer, PaperExtras extras) {
        this.printer = printer;
        this.extras = extras;
    }

    /**
     * The paper as PDF.
     *
     * @param template where it lies on the class path
     * @param values what it prints, beside what every paper is given
     */
    public byte[] pdf(String template, Map<String, Object> values) {
        Map<String, Object> all = extras.ofAll();
        all.putAll(values);
        return printer.print(read(template), all).pdf();
    }

    private static PaperTemplate read(String template) {
        try {
            String html = new ClassPathResource(template).getContentAsString(StandardCharsets.UTF_8);
            return PaperTemplate.read(template, html);
        } catch (IOException e) {
            throw new UncheckedIOException(template, e);
        }
    }
}
