package jp.tsunagu.casefile;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.calendar.Wareki;

/**
 * What stands above a case wherever somebody works on it.
 *
 * @param name null if the person did not tell it
 * @param workers the names of those who have the case, each with the group they have it in
 * @param consent the latest consent; null if the person was never asked
 * @param contactRestricted 連絡先の秘匿: nobody outside may learn where the person lives or how to reach them
 * @param namedOnly 制限ケース (EV8): only named persons know of it, and what is kept back has to be opened
 */
public record CaseHead(
        String caseNumber,
        String name,
        CaseStatus status,
        LocalDate nextDate,
        List<Worker> workers,
        ConsentState consent,
        boolean contactRestricted,
        boolean namedOnly) {

    /** Who has the case in this group. */
    public record Worker(String group, String name) {}

    public String consentLabel() {
        if (consent == null) {
            return "未確認";
        }
        if (consent.withdrawnOn() != null) {
            return "撤回（" + Wareki.format(consent.withdrawnOn()) + "）";
        }
        return switch (consent.answer()) {
            case "full" -> "同意あり";
            case "partial" -> "一部のみ同意";
            default -> "同意なし";
        };
    }
}
