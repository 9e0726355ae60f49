package jp.tsunagu.document;

import jp.tsunagu.form.Remembered;
import org.springframework.stereotype.Component;

/** The papers of the procedure sets, each read once. */
@Component
class PaperTemplates {

    private static final int MOST_SETS = 30;

    private final PaperSets sets;
    private final Remembered<Integer, PaperBook> books = new Remembered<>(MOST_SETS);

    PaperTemplates(PaperSets sets) {
        this.sets = sets;
    }

    PaperBook present() {
        return of(sets.present());
    }

    /** Those on which a case is printed. */
    PaperBook ofCase(String caseNumber) {
        return of(sets.ofCase(caseNumber));
    }

    private PaperBook of(int set) {
        return books.of(set, first -> PaperBook.read(set, sets.files(set)));
    }
}
