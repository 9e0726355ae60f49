package jp.tsunagu.procedure.draft;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.draft.Draft.State;
import org.springframework.stereotype.Component;

/** How the pages of the procedure say states, moments and people. */
@Component
class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private static final String PRODUCT = "packaged";

    private final Members members;

    Wording(Members members) {
        this.members = members;
    }

    public String state(State state) {
        return switch (state) {
            case EDITING -> "編集中";
            case PROPOSED -> "承認待ち";
            case APPROVED -> "施行待ち";
            case PUBLISHED -> "公開済み";
            case WITHDRAWN -> "取下げ";
        };
    }

    public String moment(OffsetDateTime at) {
        ZonedDateTime there = at.atZoneSameInstant(WorkingDays.TOKYO);
        return Wareki.format(there.toLocalDate()) + " " + TIME.format(there);
    }

    /** A draft that an upgrade brought was begun by the product itself. */
    public String person(String account) {
        return PRODUCT.equals(account) ? "製品" : members.nameOf(account);
    }

    /** What kind of file it is. */
    public String kind(String file) {
        if (file.endsWith(".bpmn")) {
            return "手続の図";
        }
        if (file.endsWith(".dmn")) {
            return "判定表";
        }
        if (ProcedureText.isOfPapers(file)) {
            return "様式";
        }
        return file.equals(ProcedureText.VARIABLES) ? "変数の一覧" : "入力フォーム";
    }
}
