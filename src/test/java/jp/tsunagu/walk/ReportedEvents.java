package jp.tsunagu.walk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.engine.CaseMessages;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.FormSchema;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff report of a case beside the procedure: by the same door as the page, with the form that belongs to it. */
final class ReportedEvents implements CaseEvents {

    /** How often each is reported; a death ends nearly everything, so it is rare. */
    private static final Map<String, Integer> WEIGHTS = new LinkedHashMap<>();

    static {
        WEIGHTS.put("emergencyNeeded", 16);
        WEIGHTS.put("welfareNeeded", 12);
        WEIGHTS.put("contactLost", 18);
        WEIGHTS.put("contactResumed", 12);
        WEIGHTS.put("personMoved", 8);
        WEIGHTS.put("complaintReceived", 6);
        WEIGHTS.put("consentWithdrawn", 8);
        WEIGHTS.put("applicationWithdrawn", 5);
        WEIGHTS.put("welfareStarted", 6);
        WEIGHTS.put("evaluationNeeded", 6);
        WEIGHTS.put("planChangeNeeded", 6);
        WEIGHTS.put("workerChanged", 6);
        WEIGHTS.put("personDied", 3);
    }

    private final CaseMessages messages;
    private final Opened opened;
    private final Digest digest;
    private final Staff staff;
    private final Worker worker;
    private final Map<String, FormSchema> forms;

    ReportedEvents(
            CaseMessages messages,
            Opened opened,
            JdbcClient database,
            Staff staff,
            Worker worker,
            Map<String, FormSchema> forms) {
        this.messages = messages;
        this.opened = opened;
        this.digest = new Digest(database);
        this.staff = staff;
        this.worker = worker;
        this.forms = forms;
    }

    @Override
    public String any(Dice dice) {
        return dice.weighted(WEIGHTS);
    }

    @Override
    public Outcome raise(String caseNumber, String message, String user, Worker.Manner manner, boolean twice) {
        try {
            Paper opened = Paper.of(
                    (com.fasterxml.jackson.databind.node.ObjectNode)
                            staff.as(user, () -> messages.open(caseNumber, message))
                                    .path("formDocument"),
                    forms);
            String key = "walk-" + UUID.nameUUIDFromBytes((caseNumber + manner.seed()).getBytes());
            return worker.fills(opened, manner, paper -> {
                send(caseNumber, message, user, key, paper);
                if (twice) {
                    actsOnce(caseNumber, message, user, key, paper);
                }
            });
        } catch (RefusedException e) {
            Outcome refused = Outcome.refused(List.of(e.refusals().get(0).reason()));
            if (message.equals("emergencyNeeded") && isUnderWay(caseNumber)) {
                throw new BrokenInvariantException(List.of(new Violation(
                        "I-07",
                        "緊急支援は、受付から後のどの状態でも始められる",
                        caseNumber,
                        refused.reasons().get(0))));
            }
            return refused;
        }
    }

    private boolean send(String caseNumber, String message, String user, String key, Paper paper) {
        return staff.as(user, () -> messages.raise(caseNumber, message, key, paper.document()));
    }

    private void actsOnce(String caseNumber, String message, String user, String key, Paper paper) {
        String before = digest.of(caseNumber);
        boolean actedAgain = send(caseNumber, message, user, key, paper);
        if (actedAgain || !digest.of(caseNumber).equals(before)) {
            throw new BrokenInvariantException(List.of(new Violation("D-06", "二度届いた出来事は、一度だけ効く", caseNumber, message)));
        }
    }

    /** The case goes on, and nobody has recorded that the person died. */
    private boolean isUnderWay(String caseNumber) {
        return opened.ask(database -> database.sql(
                                "select count(*) from support_case c join act_ru_execution e on e.id_ = c.process_instance_id "
                                        + "where c.case_number = ? and c.fields->>'diedOn' is null")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single())
                > 0;
    }
}
