package jp.tsunagu.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.OpenSteps;
import jp.tsunagu.engine.OpenSteps.OpenStep;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.notice.Notice.State;
import jp.tsunagu.notice.NoticeHistory.Act;
import jp.tsunagu.notice.NoticeHistory.Line;
import jp.tsunagu.notice.NoticeKind.LetterStep;
import jp.tsunagu.work.CaseAlert;
import jp.tsunagu.work.CaseAlerts;
import jp.tsunagu.work.LetterTargets;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with a letter on the page of letters. As long as the process has a step for it, the step is what is done here, by
 * its own door: nothing is typed twice, and nothing stays behind. Done twice, it is done once.
 */
@Component
class LetterDesk {

    private final Letters letters;
    private final Notices notices;
    private final NoticeHistory history;
    private final LetterRules rules;
    private final LetterTargets targets;
    private final OpenSteps steps;
    private final Members members;
    private final CaseAlerts alerts;
    private final WorkingDays workingDays;

    LetterDesk(
            Letters letters,
            Notices notices,
            NoticeHistory history,
            LetterRules rules,
            LetterTargets targets,
            OpenSteps steps,
            Members members,
            CaseAlerts alerts,
            WorkingDays workingDays) {
        this.letters = letters;
        this.notices = notices;
        this.history = history;
        this.rules = rules;
        this.targets = targets;
        this.steps = steps;
        this.members = members;
        this.alerts = alerts;
        this.workingDays = workingDays;
    }

    /**
     * How letters went out.
     *
     * @param number of the document, or null
     * @param addressChecked that a letter which came back is posted to an address somebody has asked for anew
     */
    record Dispatch(LocalDate on, Manner manner, String number, boolean addressChecked) {}

    /** From now on this person has the letter: they may read the case, and print. */
    @Transactional
    public void take(String user, UUID id) {
        Letter letter = letters.locked(id, user);
        if (letter.notice().state() == State.SENT) {
            return;
        }
        refuseIfStopped(letter);
        letter.step().ifPresentOrElse(step -> takeStep(user, step), () -> {
            refuseIfHeld(user, letter.notice().takenBy());
            letter.notice().taken(user);
        });
    }

    /**
     * It has gone out.
     *
     * @throws RefusedException with the reason, and what to do instead
     */
    @Transactional
    public void sent(String user, UUID id, Dispatch dispatch) {
        Letter letter = letters.locked(id, user);
        if (letter.notice().state() == State.SENT) {
            return;
        }
        refuseIfStopped(letter);
        refuse(letter, dispatch);
        Optional<OpenStep> step = letter.step();
        if (step.isPresent()) {
            takeStep(user, step.get());
            steps.complete(step.get().taskId(), answers(letter.kind(), dispatch));
        } else {
            refuseIfHeld(user, letter.notice().takenBy());
            notices.settle(
                    letter.notice(),
                    Act.SENT,
                    dispatch.on(),
                    user,
                    dispatch.manner().key());
        }
    }

    private void refuseIfStopped(Letter letter) {
        if (!letter.notice().isToPerson()) {
            rules.stopsForBody(letter.caseNumber()).ifPresent(reason -> {
                throw RefusedException.ofAct(reason);
            });
        }
    }

    private void refuse(Letter letter, Dispatch dispatch) {
        if (dispatch.on().isAfter(workingDays.today())) {
            throw RefusedException.ofAct("まだ来ていない日付では、送付済みにできません。");
        }
        if (letter.notice().isToPerson()) {
            rules.refuse(letter.caseNumber(), dispatch.manner().key()).ifPresent(reason -> {
                throw RefusedException.ofAct(reason);
            });
        }
        boolean again = letter.notice().state() == State.RETURNED && dispatch.manner() == Manner.MAIL;
        if (again && !dispatch.addressChecked()) {
            throw RefusedException.ofAct("返戻になった通知です。郵送する前に宛先を確かめ、「宛先を確かめました」にチェックを入れてください。");
        }
    }

    private static Map<String, String> answers(NoticeKind kind, Dispatch dispatch) {
        LetterStep step = kind.letter().orElseThrow();
        Map<String, String> answers = new HashMap<>();
        answers.put(step.dateField(), dispatch.on().toString());
        answers.put(step.mannerField(), dispatch.manner().key());
        if (kind == NoticeKind.SUPPORT_DECISION && dispatch.number() != null) {
            answers.put("noticeNumber", dispatch.number());
        }
        return answers;
    }

    private void takeStep(String user, OpenStep step) {
        refuseIfHeld(user, step.assignee());
        if (step.assignee() == null) {
            steps.take(step.taskId(), user);
        }
    }

    private void refuseIfHeld(String user, String holder) {
        if (holder != null && !holder.equals(user)) {
            throw RefusedException.ofAct("この通知は " + members.nameOf(holder) + " さんが担当しています。");
        }
    }

    /**
     * 返戻: it came back. Whoever notes that keeps it in hand; who knows the person is told, and it becomes due anew.
     */
    @Transactional
    public void returned(String user, UUID id, LocalDate on, ReturnReason reason, String note) {
        Letter letter = letters.locked(id, user);
        Notice notice = letter.notice();
        if (notice.state() == State.RETURNED) {
            return;
        }
        if (notice.state() == State.UNSENT) {
            throw RefusedException.ofAct("まだ送っていない通知です。返戻にはできません。");
        }
        if (on.isAfter(workingDays.today()) || on.isBefore(notice.sentOn())) {
            throw RefusedException.ofAct("戻った日は、送付した日から今日までの間で入力してください。");
        }
        notice.returned(user);
        targets.of(letter.kind().letter().orElseThrow().step(), on).ifPresent(notice::due);
        history.add(id, new Line(Act.RETURNED, user, on, null, reason.name(), note));
        alerts.raise(CaseAlert.LETTER_RETURNED, id.toString(), letter.caseNumber(), null, Roles.CHIEF);
        notices.toRole(
                letter.caseNumber(),
                NoticeKind.LETTER_RETURNED,
                Roles.CONSULTATION_SUPPORTER,
                id + "/returned/" + history.of(id).size(),
                JsonNodeFactory.instance.objectNode().put("reason", reason.name()));
    }

    /** Somebody has read what was written to their role. */
    @Transactional
    public void read(String user, UUID id) {
        Notice notice = letters.toRoleOf(id, user);
        if (notice.state() != State.SENT) {
            notices.settle(notice, Act.READ, workingDays.today(), user, null);
        }
    }

    /** Does the same with each of several, each in a transaction of its own; the reasons of those that were refused, by id. */
    static Map<UUID, String> each(List<UUID> ids, Consumer<UUID> act) {
        Map<UUID, String> refused = new HashMap<>();
        for (UUID id : ids) {
            try {
                act.accept(id);
            } catch (RefusedException e) {
                refused.put(
                        id,
                        String.join(
                                " ", e.refusals().stream().map(Refusal::reason).toList()));
            } catch (AuthorizationException e) {
                refused.put(id, e.getMessage());
            }
        }
        return refused;
    }
}
