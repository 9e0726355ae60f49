package jp.tsunagu.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.casefile.Attachment;
import jp.tsunagu.casefile.Attachments;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.disclosure.ToldLines;
import org.springframework.stereotype.Component;

/**
 * 開示請求: everything the office holds about a person in one case, passage by passage, so that what is about somebody else can
 * be taken out before it goes to the person. Facts stand apart from what staff thought (意見・所見).
 */
@Component
class OwnData {

    /** What a field asks for that is no fact. Lines of 支援経過記録 keep the two in columns of their own. */
    private static final Pattern VIEW = Pattern.compile("所見|見立て|意見|判断|考え|評価|アセスメント結果");

    private final CasePageHead heads;
    private final FormVersions forms;
    private final ShownLines records;
    private final Attachments attachments;
    private final ToldLines told;
    private final StaffNotes notes;
    private final Readers readers;
    private final RestrictedCases restricted;

    OwnData(
            CasePageHead heads,
            FormVersions forms,
            ShownLines records,
            Attachments attachments,
            ToldLines told,
            StaffNotes notes,
            Readers readers,
            RestrictedCases restricted) {
        this.heads = heads;
        this.forms = forms;
        this.records = records;
        this.attachments = attachments;
        this.told = told;
        this.notes = notes;
        this.readers = readers;
        this.restricted = restricted;
    }

    /**
     * The smallest part that can be kept back.
     *
     * @param id the same as long as nothing is added to the case
     * @param view true if it says what staff thought
     * @param field the key of the form's field; null if it is of no form
     */
    record Passage(String id, String label, String text, boolean view, String field) {

        private Passage keptBack() {
            return new Passage(id, label, KEPT_BACK, view, field);
        }
    }

    /**
     * What belongs together: one form as it was sent, one line of a record.
     *
     * @param doubtful true for what was taken back: it may be about somebody else altogether
     */
    record Part(String title, String about, List<Passage> passages, boolean doubtful) {

        Part(String title, String about, List<Passage> passages) {
            this(title, about, passages, false);
        }

        private Part with(List<Passage> others) {
            return new Part(title, about, others, doubtful);
        }

        private boolean isEmpty() {
            return passages.isEmpty();
        }
    }

    /** Parts of one kind. */
    record Chapter(String title, List<Part> parts) {

        /** The same without what is kept back, and of one side only. */
        Chapter only(boolean views) {
            return new Chapter(
                    title,
                    parts.stream()
                            .map(part -> part.with(part.passages().stream()
                                    .filter(passage -> passage.view() == views)
                                    .toList()))
                            .filter(part -> !part.isEmpty())
                            .toList());
        }
    }

    /** What the id of a scanned paper begins with. */
    static final String SCAN = "a:";

    static final String KEPT_BACK = "■■■（開示しない部分）";

    /** Everything, as this person may read it now. */
    List<Chapter> of(Head head, String user) {
        return List.of(
                new Chapter("基本の情報", List.of(person(head))),
                new Chapter("様式", forms(head)),
                new Chapter("支援経過記録", records(head.number())),
                new Chapter("署名のある書類", papers(head.number(), user)),
                new Chapter("外に伝えたこと", told(head.number(), user)),
                new Chapter("職員が書いた理由とメモ", notes(head.number(), user)),
                new Chapter("この記録を見た職員（係ごと）", List.of(new Part("アクセス記録", "", readers(head.number())))));
    }

    /** Puts a sign where something is kept back. */
    static List<Chapter> masked(List<Chapter> chapters, Set<String> keptBack) {
        return chapters.stream()
                .map(chapter -> new Chapter(
                        chapter.title(),
                        chapter.parts().stream()
                                .map(part -> part.with(part.passages().stream()
                                        .map(passage -> keptBack.contains(passage.id()) ? passage.keptBack() : passage)
                                        .toList()))
                                .toList()))
                .toList();
    }

    static Stream<Passage> passages(List<Chapter> chapters) {
        return chapters.stream().flatMap(chapter -> chapter.parts().stream()).flatMap(part -> part.passages().stream());
    }

    private Part person(Head head) {
        CasePageHead.View shown = heads.of(head);
        List<Passage> passages = new ArrayList<>();
        fact(passages, "p:number", "ケース番号", shown.number());
        fact(passages, "p:name", "氏名", shown.name());
        fact(passages, "p:kana", "ふりがな", shown.kana());
        fact(passages, "p:birth", "生年月日", shown.birth());
        fact(passages, "p:status", "状態", shown.status());
        fact(passages, "p:received", "受付日", shown.receivedOn());
        fact(passages, "p:closed", "終結日", shown.closedOn());
        fact(passages, "p:consent", "同意", shown.consent());
        shown.responsible()
                .forEach(one ->
                        fact(passages, "p:worker:" + one.role(), one.role(), one.name() + "　" + one.since() + "から"));
        return new Part("本人とケース", "", passages);
    }

    private List<Part> forms(Head head) {
        return forms.all(head).stream()
                .map(sent -> new Part(
                        sent.title() + "（" + sent.version() + "回目）",
                        sent.day() + "　" + sent.author(),
                        sent.answers().stream()
                                .map(line -> new Passage(
                                        "f:" + sent.form() + ":" + sent.version() + ":" + line.path(),
                                        line.label(),
                                        line.text(),
                                        VIEW.matcher(line.label()).find(),
                                        line.key()))
                                .toList()))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private List<Part> records(String caseNumber) {
        return records.of(caseNumber).stream()
                .flatMap(head -> Stream.concat(Stream.of(head), head.before().stream())
                        .map(line -> record(line, head.line().withdrawn())))
                .toList();
    }

    private static Part record(ShownLine shown, boolean takenBack) {
        var line = shown.line();
        String id = "r:" + line.id() + ":";
        List<Passage> passages = new ArrayList<>();
        fact(passages, id + "with", "相手", line.counterpart());
        fact(passages, id + "facts", "内容（事実）", line.facts());
        fact(passages, id + "words", "本人の言葉", line.personsWords());
        if (line.opinion() != null && !line.opinion().isBlank()) {
            passages.add(new Passage(id + "opinion", "所見・判断", line.opinion(), true, null));
        }
        fact(passages, id + "next", "次にすること", line.nextStep());
        fact(passages, id + "reason", "訂正の理由", line.correctionReason());
        String state = line.holds() ? "" : takenBack ? "（取り消した記録）" : "（訂正する前の記録）";
        return new Part(shown.occurredOn() + "　" + shown.method() + state, shown.recorded(), passages, takenBack);
    }

    private List<Part> papers(String caseNumber, String user) {
        boolean hidden = restricted.hidesPlaces(user, caseNumber);
        return attachments.of(caseNumber).stream()
                .map(paper -> new Part(
                        paper.entry().paper().label(),
                        Days.full(paper.entry().signedOn()),
                        List.of(new Passage(
                                SCAN + paper.id(), "スキャンした書類", paper.pages() + file(paper, hidden), false, null))))
                .toList();
    }

    private static String file(Attachment paper, boolean hidden) {
        if (paper.withdrawal() != null) {
            return "ページ（取り消した書類。ファイルは付けません）";
        }
        return hidden ? "ページ（制限ケースのため、「連絡先を開く」までファイルは付けません）" : "ページ（ファイルを付けます）";
    }

    private List<Part> told(String caseNumber, String user) {
        List<Part> parts = new ArrayList<>();
        int place = 0;
        for (ToldLines.Row row : told.of(caseNumber, user)) {
            String id = "t:" + place++ + ":";
            List<Passage> passages = new ArrayList<>();
            fact(passages, id + "to", "相手", row.to());
            fact(passages, id + "items", "項目", row.items());
            fact(passages, id + "ground", "根拠", row.ground());
            fact(passages, id + "purpose", "目的", row.purpose());
            parts.add(new Part(row.on(), row.by(), passages));
        }
        return parts;
    }

    private List<Part> notes(String caseNumber, String user) {
        return notes.of(caseNumber, user).stream()
                .map(note -> new Part(
                        note.label(),
                        Days.full(Days.dayOf(note.at().toInstant())),
                        List.of(new Passage("n:" + note.id(), note.label(), note.text(), false, null))))
                .toList();
    }

    private List<Passage> readers(String caseNumber) {
        List<Passage> passages = new ArrayList<>();
        readers.byRole(caseNumber).forEach((role, acts) -> fact(passages, "l:" + role, role, acts));
        return passages;
    }

    private static void fact(List<Passage> passages, String id, String label, String text) {
        if (text != null && !text.isBlank()) {
            passages.add(new Passage(id, label, text, false, null));
        }
    }
}
