package jp.tsunagu.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.form.TypedText;

/** What has to be said of a paper that is attached: which, signed when and by whom. */
final class AttachmentRules {

    private static final int LONGEST = 100;
    private static final int YEARS = 10;

    private AttachmentRules() {}

    static List<Refusal> check(AttachmentEntry entry, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        if (entry.paper() == null) {
            refusals.add(Refusal.ofField("paper", "どの書類かを選んでください。"));
        } else if (entry.paper() == SignedPaper.OTHER && entry.paperNote() == null) {
            refusals.add(Refusal.ofField("paperNote", "何の書類かを入力してください。"));
        }
        signedOn(entry.signedOn(), today, refusals);
        if (entry.manner() == null) {
            refusals.add(Refusal.ofField("manner", "だれの署名かを選んでください。"));
        } else {
            if (entry.manner().namesSomebody() && entry.signedBy() == null) {
                refusals.add(Refusal.ofField("signedBy", "署名した人の氏名と、本人との関係を入力してください。"));
            }
            if (entry.manner().needsReason() && entry.mannerReason() == null) {
                refusals.add(Refusal.ofField("mannerReason", "代筆の理由を入力してください。"));
            }
        }
        text("paperNote", entry.paperNote(), refusals);
        text("signedBy", entry.signedBy(), refusals);
        text("mannerReason", entry.mannerReason(), refusals);
        return refusals;
    }

    private static void signedOn(LocalDate day, LocalDate today, List<Refusal> refusals) {
        if (day == null) {
            refusals.add(Refusal.ofField("signedOn", "書類の日付を入力してください（例: R8.9.18）。"));
        } else if (day.isAfter(today)) {
            refusals.add(Refusal.ofField("signedOn", "まだ来ていない日です。書類の日付を確かめてください。"));
        } else if (day.isBefore(today.minusYears(YEARS))) {
            refusals.add(Refusal.ofField("signedOn", YEARS + "年より前の日です。年を確かめてください。"));
        }
    }

    private static void text(String field, String value, List<Refusal> refusals) {
        TypedText.refuse(value, LONGEST).ifPresent(reason -> refusals.add(Refusal.ofField(field, reason)));
    }
}
