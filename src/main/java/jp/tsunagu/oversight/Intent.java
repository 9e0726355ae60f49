package jp.tsunagu.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.work.StandstillReason;
import jp.tsunagu.work.SupervisorAct;

/**
 * What somebody wants done with the rows they ticked, as it was typed.
 *
 * @param act the button
 * @param ids the stays
 * @param colleague who is to have the tasks
 * @param reason the code of the reason
 * @param nextOn the day on which it is looked at again
 */
record Intent(String act, List<String> ids, String colleague, String reason, String nextOn) {

    static final Intent NOTHING = new Intent(null, List.of(), null, null, null);

    /** Nobody looks at a step again more than a year later. */
    private static final int FARTHEST_MONTHS = 12;

    Intent {
        ids = ids == null ? List.of() : List.copyOf(ids);
    }

    /** Empty if the button is none of ours. */
    Optional<SupervisorAct> what() {
        return SupervisorAct.of(act);
    }

    StandstillReason why() {
        return StandstillReason.of(reason).orElseThrow();
    }

    LocalDate next() {
        return Wareki.parse(nextOn).orElseThrow();
    }

    /** The same for some of the stays. */
    Intent only(Set<String> stays) {
        return new Intent(act, ids.stream().filter(stays::contains).toList(), colleague, reason, nextOn);
    }

    /** What is said when it is done. */
    String done() {
        return switch (what().orElseThrow()) {
            case REMINDED -> "催促しました。相手の「通知とお知らせ」に出ます。";
            case REASSIGNED -> "担当を替えました。";
            case ESCALATED -> "上へ報告しました。上の職員のタスク一覧に出ます。";
            case NOTED -> "理由と次の予定日を記録しました。";
        };
    }

    /** What has to be chosen or put right before anything is done. */
    List<String> missing(LocalDate today) {
        List<String> missing = new ArrayList<>();
        if (what().isEmpty()) {
            missing.add("することを、下のボタンから選んでください。");
            return missing;
        }
        if (ids.isEmpty()) {
            missing.add("一覧から、手を打つケースを選んでください。");
        }
        if (what().get() == SupervisorAct.REASSIGNED && (colleague == null || colleague.isBlank())) {
            missing.add("新しく担当する職員を選んでください。");
        }
        if (what().get() == SupervisorAct.NOTED) {
            if (StandstillReason.of(reason).isEmpty()) {
                missing.add("理由を、一覧の中から選んでください。");
            }
            date(today).ifPresent(missing::add);
        }
        return missing;
    }

    private Optional<String> date(LocalDate today) {
        if (nextOn == null || nextOn.isBlank()) {
            return Optional.of("次の予定日を入力してください。");
        }
        Optional<LocalDate> day = Wareki.parse(nextOn);
        if (day.isEmpty()) {
            return Optional.of("次の予定日は、年月日で入力してください（例：R8.9.18）。");
        }
        if (day.get().isBefore(today)) {
            return Optional.of("次の予定日は、今日か、これから来る日にしてください。");
        }
        return day.filter(next -> next.isAfter(today.plusMonths(FARTHEST_MONTHS)))
                .map(next -> "次の予定日は、1年以内の日にしてください。");
    }
}
