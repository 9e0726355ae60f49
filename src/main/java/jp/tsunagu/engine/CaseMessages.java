package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.engine.FormIntake.Checked;
import jp.tsunagu.engine.ServedValues.Place;
import jp.tsunagu.form.Draft;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The door for what happens to a person beside the procedure (本人の死亡、転出、連絡不通 …): a form named like the message, kept in
 * the case file, and the message to the one instance that carries the case. All in one engine command.
 */
@Component
public class CaseMessages {

    private static final String OVER = "このケースの手続は終わっています。新しい相談として受け付けてください。";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;
    private final FormAccess access;
    private final FormIntake intake;
    private final ServedValues served;
    private final CaseDocuments cases;
    private final CaseInstances instances;
    private final ProcedureSets sets;
    private final MessageRules rules;

    CaseMessages(
            @Lazy ProcessEngine engine,
            FormAccess access,
            FormIntake intake,
            ServedValues served,
            CaseDocuments cases,
            CaseInstances instances,
            ProcedureSets sets,
            @Lazy MessageRules rules) {
        this.engine = engine;
        this.access = access;
        this.intake = intake;
        this.served = served;
        this.cases = cases;
        this.instances = instances;
        this.sets = sets;
        this.rules = rules;
    }

    /**
     * The form of a message as it is opened: {@code schema} and {@code formDocument}.
     *
     * @throws RefusedException if the logged-in person may not speak for this case, or it cannot have happened
     */
    public ObjectNode open(String caseNumber, String message) {
        return execute(command -> {
            String user = access.user(command);
            refuse(rules.refusePerson(user, caseNumber, message));
            Place place = place(user, caseNumber, message);
            refuse(rules.refuseState(user, caseNumber, message));
            FormSchema form = form(command, place, message);
            ObjectNode data = opened(form, user, place);
            if (rules.mayRead(user, caseNumber)) {
                cases.accessed(user, caseNumber, "閲覧", message);
            }
            ObjectNode answer = JSON.createObjectNode();
            answer.set("schema", form.root().json());
            answer.set(
                    Names.FORM_DOCUMENT,
                    FormLoading.document(form, cases.version(caseNumber)).set("data", data));
            return answer;
        });
    }

    /**
     * Records what happened and tells the procedure. Acts on one case wait for each other.
     *
     * @param key the same key is the same act: it is done once, however often it is sent
     * @param document the filled form, as {@link #open} gave it
     * @return false if it was recorded before
     * @throws RefusedException with what is missing, or why it cannot be
     */
    public boolean raise(String caseNumber, String message, String key, ObjectNode document) {
        SentDocument sent = SentDocument.read(Map.of(Names.FORM_DOCUMENT, document.toString()));
        return execute(command -> {
            String user = access.user(command);
            refuse(rules.refusePerson(user, caseNumber, message));
            int current = cases.lock(caseNumber);
            if (!rules.remember(user, caseNumber, message, key)) {
                return false;
            }
            Place place = place(user, caseNumber, message);
            refuse(rules.refuseState(user, caseNumber, message));
            FormSchema form = form(command, place, message);
            // who reports without reading began with an empty form: nothing of it can be out of date, and an emergency
            // is not kept
            // waiting for what somebody else has written meanwhile
            int seen = rules.mayRead(user, caseNumber) ? current : sent.caseVersion();
            Checked checked = intake.check(sent, form, user, place, seen);
            Map<String, Object> variables = intake.settle(
                    new Submission(
                            user,
                            caseNumber,
                            message,
                            null,
                            place.processInstanceId(),
                            place.procedureSet(),
                            checked.answers(),
                            checked.actDate()),
                    form);
            if (!instances.report(message, place.processInstanceId(), variables)) {
                throw RefusedException.ofAct("いまの段階では、これを記録できません。画面を開き直して、ケースの状況を確かめてください。");
            }
            return true;
        });
    }

    /**
     * What a person typed into the form of a message without sending it, as far as the form still asks for it.
     *
     * @throws RefusedException if the logged-in person may not speak for this case
     */
    public ObjectNode draft(String caseNumber, String message, ObjectNode typed) {
        return typing(caseNumber, message, (form, user, place) -> Draft.over(form, typed, opened(form, user, place)));
    }

    /**
     * What the server proposes from what is typed so far; nothing to somebody who reports without reading.
     *
     * @throws RefusedException if the logged-in person may not speak for this case
     */
    public ObjectNode proposals(String caseNumber, String message, ObjectNode typed) {
        return typing(caseNumber, message, (form, user, place) -> {
            if (!rules.mayRead(user, caseNumber)) {
                return JSON.createObjectNode();
            }
            ObjectNode proposals = served.proposals(form, user, place, typed);
            if (!proposals.isEmpty()) {
                cases.shown(user, caseNumber);
            }
            return proposals;
        });
    }

    private interface Typing {
        ObjectNode answer(FormSchema form, String user, Place place);
    }

    private ObjectNode typing(String caseNumber, String message, Typing typing) {
        return execute(command -> {
            String user = access.user(command);
            refuse(rules.refusePerson(user, caseNumber, message));
            Place place = place(user, caseNumber, message);
            return typing.answer(form(command, place, message), user, place);
        });
    }

    /** Others than the case's readers report without reading: they begin with an empty form. */
    private ObjectNode opened(FormSchema form, String user, Place place) {
        return rules.mayRead(user, place.caseNumber()) ? served.forForm(form, user, place) : served.empty(form, user);
    }

    private Place place(String user, String caseNumber, String message) {
        String main = rules.mainInstance(caseNumber)
                .orElseThrow(() -> RefusedException.ofAct(
                        rules.refuseState(user, caseNumber, message).orElse(OVER)));
        Integer set = (Integer) engine.getRuntimeService().getVariable(main, Names.PROCEDURE_SET);
        return new Place(caseNumber, message, main, set);
    }

    private FormSchema form(CommandContext command, Place place, String message) {
        return access.forms()
                .ofVersion(command, message, sets.version(place.procedureSet(), ProcedureSets.Part.FORM, message));
    }

    private static void refuse(Optional<String> reason) {
        reason.ifPresent(text -> {
            throw RefusedException.ofAct(text);
        });
    }

    private <T> T execute(DoorCommand<T> act) {
        return DoorCommand.perform(engine, DoorCommand.withoutRows(act));
    }
}
