package jp.tsunagu.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Papers of the office itself, which are of no case: written as the 様式 are and with what
 * the present ones share, with a template that lies in the program. */
@Component
public class OfficePapers {

    private final PaperPrinter printer;
    private final PaperExtras extras;
    private final PaperSets sets;

    OfficePapers(PaperPrinter printer, PaperExtras extras, PaperSets sets) {
        this.printer = printer;
        this.extras = extras;
        this.sets = sets;
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

    private PaperTemplate read(String template) {
        try {
            String html = new ClassPathResource(template).getContentAsString(StandardCharsets.UTF_8);
            int present = sets.present();
            return PaperTemplate.read(present, template, html, sets.files(present));
        } catch (IOException e) {
            throw new UncheckedIOException(template, e);
        }
    }
}
