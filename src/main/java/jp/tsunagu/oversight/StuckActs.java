package jp.tsunagu.oversight;

import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.CaseTasks;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.OpenSteps;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import jp.tsunagu.work.Escalations;
import jp.tsunagu.work.SupervisorAct;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a supervisor does about one stay, by the means that others have too: notice, assignment, alert, follow-up date. Each is logged. */
@Component
class StuckActs {

    private final OpenSteps steps;
    private final CaseTasks tasks;
    private final Notices notices;
    private final Escalations escalations;
    private final Members members;
    private final Absences absences;
    private final WorkingDays workingDays;
    private final ActLog log;

    StuckActs(
            OpenSteps steps,
            CaseTasks tasks,
            Notices notices,
            Escalations escalations,
            Members members,
            Absences absences,
            WorkingDays workingDays,
            ActLog log) {
        this.steps = steps;
        this.tasks = tasks;
        this.notices = notices;
        this.escalations = escalations;
        this.members = members;
        this.absences = absences;
        this.workingDays = workingDays;
        this.log = log;
    }

    /** 催促: whoever has the task finds it on their page of notices, and is written to if there is e-mail; once a day. */
    @Transactional
    public void remind(Overseer who, StuckStay stay) {
        refuseWithoutTask(stay);
        if (who.user().equals(stay.assignee())) {
            throw RefusedException.ofAct("あなたが担当している手順です。「タスクを開く」から進めてください。");
        }
        String receiver = stay.assignee() == null ? stay.role() : stay.assignee();
        String cause = stay.taskId() + "/" + workingDays.today() + "/" + receiver;
        if (notices.isWritten(NoticeKind.TASK_REMINDER, cause)) {
            throw RefusedException.ofAct("今日はもう催促しています。");
        }
        notices.toColleague(stay.caseNumber(), NoticeKind.TASK_REMINDER, roleOf(stay), stay.assignee(), cause);
        log.add(stay, who.user(), SupervisorAct.REMINDED, receiver);
    }

    /** 担当替え, as in Tasklist: by whoever may give the task, to whoever may have it. */
    @Transactional
    public void reassign(Overseer who, StuckStay stay, String to) {
        refuseWithoutTask(stay);
        if (to.equals(stay.assignee())) {
            throw RefusedException.ofAct("この職員が、もう担当しています。");
        }
        absences.until(to).ifPresent(until -> {
            throw RefusedException.ofAct(members.nameOf(to) + "さんは" + Wareki.format(until) + "まで不在です。ほかの職員を選んでください。");
        });
        steps.give(stay.taskId(), to);
        log.add(stay, who.user(), SupervisorAct.REASSIGNED, to);
    }

    /** 上位へ上げる: now, and not on the day that the table says. */
    @Transactional
    public void escalate(Overseer who, StuckStay stay) {
        refuseWithoutTask(stay);
        String told = escalations
                .raise(stay.taskId(), stay.role())
                .orElseThrow(() -> RefusedException.ofAct("もう上へ報告されています。"));
        log.add(stay, who.user(), SupervisorAct.ESCALATED, told);
    }

    /** The day goes where the lists of whoever has the task look for it. */
    @Transactional
    public void note(Overseer who, StuckStay stay, Intent said) {
        if (stay.taskId() != null) {
            tasks.followUpOn(stay.taskId(), workingDays.opening(said.next()));
        }
        log.note(stay, who.user(), said.why(), said.next());
    }

    private static void refuseWithoutTask(StuckStay stay) {
        if (stay.taskId() == null) {
            throw RefusedException.ofAct("タスクのない待ちです（日付か、返事の記録を待っています）。理由と次の予定日だけを記録できます。");
        }
    }

    /** The role in which somebody has the task, for their page of notices. */
    private String roleOf(StuckStay stay) {
        if (stay.assignee() == null) {
            return stay.role();
        }
        Set<String> groups = new TreeSet<>(members.groupsOf(stay.assignee()));
        Set<String> asCandidate = new TreeSet<>(groups);
        asCandidate.retainAll(stay.candidates());
        return asCandidate.stream()
                .findFirst()
                .or(() -> groups.stream().findFirst())
                .orElse(stay.role());
    }
}
