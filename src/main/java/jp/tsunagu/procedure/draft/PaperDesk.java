package jp.tsunagu.procedure.draft;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import jp.tsunagu.document.PaperCheck;
import jp.tsunagu.document.PaperCheck.Kind;
import jp.tsunagu.document.PaperCheck.Slip;
import jp.tsunagu.document.PaperPictures;
import jp.tsunagu.document.PaperProof;
import jp.tsunagu.document.PaperProof.Fields;
import jp.tsunagu.document.PrintedPaper;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.PaperFiles;
import jp.tsunagu.procedure.ProcedureFiles;
import org.springframework.stereotype.Component;

/** A paper as it is being written: what is wrong with it, how it would be printed, and what can be put into it. */
@Component
class PaperDesk {

    private static final String FOLDER = "forms/";

    private final PaperProof proof;

    /** Printing takes a second of a core; those who edit wait for each other, those who work on cases do not. */
    private final Semaphore one = new Semaphore(1);

    PaperDesk(PaperProof proof) {
        this.proof = proof;
    }

    /**
     * What an editor holds at the moment.
     *
     * @param paper which paper is shown, where the file is a piece or the style of several; else null
     * @param filled with an invented case; else empty
     */
    record Asked(String content, String paper, boolean filled) {}

    /** A paper on which the file shows. */
    record Choice(String file, String title) {}

    /**
     * How it looks.
     *
     * @param slips what is wrong in this file
     * @param pages pictures of the pages as addresses that hold them; empty if it cannot be printed
     * @param said why it is not shown, or what there is to know about it; empty if nothing
     * @param fields what can be put into it
     * @param papers the papers that show the file
     */
    record Look(
            List<Slip> slips,
            List<String> pages,
            String said,
            List<Fields> fields,
            List<Choice> papers,
            String shown) {}

    Look look(ProcedureFiles draft, String file, Asked asked) {
        ProcedureFiles files = draft.with(file, asked.content().getBytes(StandardCharsets.UTF_8));
        Map<String, String> papers = PaperFiles.of(files);
        Map<String, FormSchema> forms = PaperFiles.forms(files);
        String name = file.substring(FOLDER.length());
        FileTitles titles = FileTitles.of(files);
        List<Choice> choices = PaperCheck.showing(name, papers).stream()
                .map(paper -> new Choice(paper, titles.title(FOLDER + paper)))
                .toList();
        String shown = choices.stream()
                .map(Choice::file)
                .filter(paper -> paper.equals(asked.paper()))
                .findFirst()
                .orElse(choices.isEmpty() ? null : choices.get(0).file());
        List<Slip> slips = PaperCheck.of(name, papers, forms);
        Map<String, String> formTitles = new TreeMap<>();
        titles.formKeys().forEach((form, key) -> formTitles.put(key, titles.title(form)));
        List<Fields> fields = shown == null ? List.of() : proof.fields(papers.get(shown), forms, formTitles);
        if (shown == null) {
            return new Look(slips, List.of(), "この部品を使っている様式はありません。", fields, choices, null);
        }
        if (slips.stream().anyMatch(slip -> slip.kind() != Kind.FIELD)) {
            return new Look(slips, List.of(), "直すところがあるので、印刷の形を示せません。", fields, choices, shown);
        }
        return printed(shown, papers, forms, asked.filled(), new Look(slips, List.of(), "", fields, choices, shown));
    }

    private Look printed(
            String paper, Map<String, String> papers, Map<String, FormSchema> forms, boolean filled, Look look) {
        one.acquireUninterruptibly();
        try {
            PrintedPaper printed = proof.print(paper, papers, forms, filled);
            List<String> pages = PaperPictures.of(printed).stream()
                    .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                    .toList();
            String said = printed.missing().isEmpty()
                    ? ""
                    : "印刷できない文字があります（" + String.join(" ", printed.missing()) + "）。〓 になります。";
            return new Look(look.slips(), pages, said, look.fields(), look.papers(), look.shown());
        } catch (IllegalArgumentException e) {
            return new Look(look.slips(), List.of(), e.getMessage(), look.fields(), look.papers(), look.shown());
        } finally {
            one.release();
        }
    }
}
