package jp.tsunagu.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Attachment;
import jp.tsunagu.casefile.Attachments;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.document.CasePaper;
import jp.tsunagu.document.Papers;
import jp.tsunagu.document.PrintedPaper;
import jp.tsunagu.ledger.OwnData.Chapter;
import jp.tsunagu.ledger.OwnData.Passage;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** 開示請求 as one ZIP: to be read (HTML), for machines (JSON), with the papers (PDF) and scans. */
@Component
class OwnDataFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ITemplateEngine templates;
    private final Papers papers;
    private final Attachments attachments;

    OwnDataFile(ITemplateEngine templates, Papers papers, Attachments attachments) {
        this.templates = templates;
        this.papers = papers;
        this.attachments = attachments;
    }

    /**
     * The file.
     *
     * @param chapters everything, nothing kept back yet
     * @param keptBack the ids of passages that the person does not get
     * @param printed the keys of the papers that go along; what is kept back is held back on them too
     */
    byte[] zip(Head head, List<Chapter> chapters, Set<String> keptBack, Set<String> printed, LocalDate on) {
        List<Chapter> masked = OwnData.masked(chapters, keptBack);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            put(zip, "kaiji.html", html(head, masked, keptBack.size(), on).getBytes(StandardCharsets.UTF_8));
            put(zip, "kaiji.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(head, masked, on)));
            for (CasePaper paper : printable(head.number(), keptBack)) {
                if (printed.contains(paper.paper())) {
                    print(zip, head.number(), paper, fields(chapters, keptBack));
                }
            }
            for (Attachment scan : attachments.of(head.number())) {
                if (scan.withdrawal() == null && !keptBack.contains(OwnData.SCAN + scan.id())) {
                    put(zip, name(scan), attachments.exported(scan));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** The papers of a case that can be given: none of a meeting, none that is still to be signed, and with a line of a record kept back none that prints the lines. */
    List<CasePaper> printable(String caseNumber, Set<String> keptBack) {
        boolean records = keptBack.stream().anyMatch(id -> id.startsWith("r:"));
        return papers.of(caseNumber).stream()
                .filter(paper -> !papers.isOfMeeting(caseNumber, paper.paper()))
                .filter(paper -> !papers.isNotYetMade(caseNumber, paper))
                .filter(paper -> !records || !papers.printsRecords(caseNumber, paper.paper()))
                .toList();
    }

    /** Which fields of forms may be printed: none of which an answer is kept back, in any version. */
    private static Predicate<String> fields(List<Chapter> chapters, Set<String> keptBack) {
        Set<String> held = OwnData.passages(chapters)
                .filter(passage -> passage.field() != null && keptBack.contains(passage.id()))
                .flatMap(passage -> Stream.of(passage.field(), list(passage)))
                .collect(Collectors.toSet());
        return field -> !held.contains(field);
    }

    /** The list whose row the passage is of: a list with something kept back is not printed at all. */
    private static String list(Passage passage) {
        String path = passage.id().substring(passage.id().lastIndexOf(':') + 1);
        int row = path.indexOf('[');
        return row < 0 ? passage.field() : path.substring(0, row);
    }

    private void print(ZipOutputStream zip, String caseNumber, CasePaper paper, Predicate<String> shared)
            throws IOException {
        int number = 1;
        for (var version : paper.versions()) {
            PrintedPaper pdf = papers.ofCase(paper.paper(), caseNumber, version.id(), shared)
                    .orElseThrow();
            // the key keeps apart what an administrator may have given the same title
            String name = paper.paper() + " " + inFileName(paper.title());
            put(zip, "様式/" + name + (number == 1 ? "" : "（" + number + "）") + ".pdf", pdf.pdf());
            number++;
        }
    }

    /** Whoever gets the file reads these names, on whatever machine they have. */
    private static String inFileName(String title) {
        return title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }

    private static String name(Attachment scan) {
        return "署名のある書類/" + inFileName(scan.entry().paper().label()) + " "
                + scan.entry().signedOn() + " " + scan.id().toString().substring(0, 8) + "." + scan.extension();
    }

    private String html(Head head, List<Chapter> chapters, int keptBack, LocalDate on) {
        Context values = new Context(Locale.JAPAN);
        values.setVariables(Map.of(
                "number", head.number(),
                "on", Wareki.format(on),
                "keptBack", keptBack,
                "facts", chapters.stream().map(chapter -> chapter.only(false)).toList(),
                "views", chapters.stream().map(chapter -> chapter.only(true)).toList()));
        return templates.process("own-data-file", values);
    }

    private static ObjectNode json(Head head, List<Chapter> chapters, LocalDate on) {
        ObjectNode all =
                JSON.createObjectNode().put("caseNumber", head.number()).put("madeOn", on.toString());
        all.set("facts", json(chapters, false));
        all.set("views", json(chapters, true));
        return all;
    }

    private static ArrayNode json(List<Chapter> chapters, boolean views) {
        ArrayNode all = JSON.createArrayNode();
        for (Chapter chapter : chapters) {
            ArrayNode parts = all.addObject().put("title", chapter.title()).putArray("parts");
            chapter.only(views).parts().forEach(part -> {
                ArrayNode passages = parts.addObject()
                        .put("title", part.title())
                        .put("about", part.about())
                        .putArray("passages");
                part.passages()
                        .forEach(one ->
                                passages.addObject().put("label", one.label()).put("text", one.text()));
            });
        }
        return all;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
