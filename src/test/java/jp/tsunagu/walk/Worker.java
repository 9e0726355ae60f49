package jp.tsunagu.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.FilledForm;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.form.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;

/**
 * Works as staff do: takes a task, opens its form, fills it in, sends it, reads what was refused, corrects that and sends
 * again; after some times leaves it for another day.
 */
final class Worker {

    private static final int TRIES = 5;

    private final FormService forms;
    private final TaskService tasks;
    private final Staff staff;
    private final Map<String, FormSchema> schemas;

    Worker(FormService forms, TaskService tasks, Staff staff, Map<String, FormSchema> schemas) {
        this.forms = forms;
        this.tasks = tasks;
        this.staff = staff;
        this.schemas = schemas;
    }

    /**
     * How somebody goes about it.
     *
     * @param towardsTheEnd whether the case has gone on for long enough
     * @param fixed deciding answers that are given
     */
    record Manner(long seed, boolean towardsTheEnd, Map<String, JsonNode> fixed) {}

    /** Sends a form: the act itself, or the act with something in its way. */
    interface Sending {

        void send(Paper paper);
    }

    boolean takes(OpenTask task, String user) {
        if (task.assignee() != null) {
            return task.assignee().equals(user);
        }
        try {
            staff.as(user, () -> {
                tasks.claim(task.id(), user);
                return null;
            });
            return true;
        } catch (RefusedException | BadUserRequestException | AuthorizationException | TaskAlreadyClaimedException e) {
            // not for this person: both sides of a check, or somebody was quicker
            return false;
        }
    }

    Paper opens(OpenTask task, String user) {
        return Paper.of(staff.as(user, () -> forms.getTaskFormVariables(task.id())), schemas);
    }

    Paper opensStart(String definition, String user) {
        return Paper.of(staff.as(user, () -> forms.getStartFormVariables(definition)), schemas);
    }

    void sends(OpenTask task, String user, Paper paper) {
        staff.as(user, () -> {
            forms.submitTaskForm(task.id(), paper.sent());
            return null;
        });
    }

    String receives(String definition, String user, Paper paper) {
        return staff.as(
                user, () -> forms.submitStartForm(definition, paper.sent()).getBusinessKey());
    }

    /** Fills in and sends until it is taken, or gives up. */
    Outcome fills(Paper opened, Manner manner, Sending sending) {
        Dice dice = new Dice(manner.seed());
        Habits habits = new Habits(dice, WalkTime.office(), manner.towardsTheEnd(), opened.data(), manner.fixed());
        Set<String> forced = new HashSet<>();
        Function<Set<String>, FilledForm> pen = keys -> new FilledForm(opened.data(), dice, habits, keys);
        ObjectNode data = pen.apply(forced).whole(opened.form());
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            Paper filled = opened.filled(data);
            try {
                sending.send(filled);
                return Outcome.done(filled.decisions());
            } catch (RefusedException e) {
                reasons = e.refusals().stream().map(Worker::text).toList();
                Set<String> again = e.refusals().stream()
                        .map(Refusal::field)
                        .filter(field -> field != null)
                        .map(field -> field.replaceAll("[.\\[].*", ""))
                        .collect(Collectors.toSet());
                if (again.isEmpty()) {
                    return Outcome.refused(reasons);
                }
                e.refusals().stream()
                        .filter(refusal -> refusal.field() != null)
                        .map(refusal -> refusal.field().replaceAll(".*\\.", ""))
                        .forEach(forced::add);
                habits.forget(again);
                data = pen.apply(forced).again(opened.form(), data, again);
            }
        }
        return Outcome.refused(reasons);
    }

    private static String text(Refusal refusal) {
        return (refusal.field() == null ? "" : refusal.field() + ": ") + refusal.reason();
    }
}
