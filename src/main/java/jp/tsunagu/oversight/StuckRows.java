package jp.tsunagu.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import jp.tsunagu.oversight.ActLog.Line;
import jp.tsunagu.oversight.Awaited.Party;
import jp.tsunagu.work.SupervisorAct;
import org.springframework.stereotype.Component;

/** Puts stays into the words of the list. */
@Component
class StuckRows {

    private final WaitingFor waitingFor;
    private final StuckWhy why;
    private final ActRules rules;
    private final Members members;
    private final WorkingDays workingDays;

    StuckRows(WaitingFor waitingFor, StuckWhy why, ActRules rules, Members members, WorkingDays workingDays) {
        this.waitingFor = waitingFor;
        this.why = why;
        this.rules = rules;
        this.members = members;
        this.workingDays = workingDays;
    }

    /**
     * One row.
     *
     * @param name of the person, or null if the reader may not open the case
     * @param acts what was done about it, the newest first
     */
    StuckRow of(Overseer reader, StuckStay stay, String name, List<Line> acts) {
        LocalDate today = workingDays.today();
        Awaited awaited = waitingFor.of(stay);
        return new StuckRow(
                stay.activityId(),
                stay.caseNumber(),
                name,
                stay.stepName(),
                Wareki.format(stay.enteredOn()),
                Math.max(0, workingDays.workingDaysBetween(stay.enteredOn(), today)),
                stay.targetOn() == null ? "" : Wareki.format(stay.targetOn()),
                over(stay, today),
                stay.escalated(),
                awaited.party().label(),
                holder(stay, awaited),
                awaited.matter(),
                stay.contactOn() == null ? "記録なし" : Wareki.format(stay.contactOn()),
                next(stay, today),
                why.of(stay),
                said(acts),
                acts.stream().map(this::done).toList(),
                rules.sees(reader, stay) ? "/camunda/app/tasklist/default/#/?task=" + stay.taskId() : null,
                rules.refuse(reader, stay).orElse(null));
    }

    private String over(StuckStay stay, LocalDate today) {
        if (!stay.late()) {
            return "";
        }
        int days = workingDays.workingDaysBetween(stay.targetOn(), today);
        return days > 0 ? days + "開庁日の超過" : "今日で超過";
    }

    private String holder(StuckStay stay, Awaited awaited) {
        if (stay.taskId() == null || awaited.party() == Party.FAILED_JOB) {
            return "";
        }
        if (stay.assignee() != null) {
            return members.nameOf(stay.assignee());
        }
        String role = nameOf(stay.role());
        return role.equals(awaited.party().label()) ? "担当者は未定" : role + "（担当者は未定）";
    }

    private static String next(StuckStay stay, LocalDate today) {
        List<String> next = new ArrayList<>();
        if (stay.followUpOn() != null) {
            next.add(Wareki.format(stay.followUpOn()) + "（再確認）");
        }
        if (stay.agreedOn() != null) {
            boolean passed = stay.agreedOn().isBefore(today);
            next.add(Wareki.format(stay.agreedOn()) + (passed ? "（約束の日を過ぎました）" : "（約束）"));
        }
        return String.join("、", next);
    }

    private String said(List<Line> acts) {
        return acts.stream()
                .filter(line -> line.act() == SupervisorAct.NOTED)
                .findFirst()
                .map(line -> line.reason().label() + "（次は" + Wareki.format(line.nextOn()) + "）")
                .orElse("");
    }

    /** 9月14日 催促済み（青木さんへ、真鍋）. */
    private String done(Line line) {
        String day = line.on().getMonthValue() + "月" + line.on().getDayOfMonth() + "日";
        String what =
                switch (line.act()) {
                    case REMINDED -> "催促済み";
                    case REASSIGNED -> "担当替え済み";
                    case ESCALATED -> "上へ報告済み";
                    case NOTED -> "理由を記録済み";
                };
        String to = line.toWhom() == null ? "" : nameOf(line.toWhom()) + "へ、";
        return day + " " + what + "（" + to + members.nameOf(line.by()) + "）";
    }

    private String nameOf(String roleOrAccount) {
        if (roleOrAccount == null) {
            return "";
        }
        Map<String, String> roles = Accounts.groupNames();
        return roles.containsKey(roleOrAccount) ? roles.get(roleOrAccount) : members.nameOf(roleOrAccount);
    }
}
