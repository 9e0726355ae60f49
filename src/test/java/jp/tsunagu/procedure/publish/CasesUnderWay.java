package jp.tsunagu.procedure.publish;

import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;

/** Brings cases to where the change of a procedure meets them. */
public final class CasesUnderWay {

    private final Office office;

    public CasesUnderWay(Office office) {
        this.office = office;
    }

    public String received(String name) {
        return office.as("saeki").receives(Answers.named(name, "ふりがな", "1980-01-01"));
    }

    public String atApplication(String name) {
        String number = received(name);
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        return number;
    }

    public String atAssessment(String name) {
        String number = atApplication(name);
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        return number;
    }

    /** Assessed: in the step that comes after. */
    public String assessed(String name) {
        String number = atAssessment(name);
        office.as("saeki").does(number, "assess", Answers.assessment());
        return number;
    }

    /** Handed over to the welfare office, which is a process of its own beside the main one. */
    public String atTheOffice(String name) {
        String number = received(name);
        office.as("saeki")
                .does(
                        number,
                        "decideTriage",
                        Answers.with(
                                Answers.triage("welfareOffice"),
                                "welfareIntent",
                                "yes",
                                "incomeBelowMinimum",
                                "below"));
        return number;
    }

    /** Information was enough, and the main process is over; emergency support goes on. */
    public String onlyInEmergency(String name) {
        String number =
                office.as("saeki").receives(Answers.with(Answers.named(name, "ふりがな", "1980-01-01"), "urgent", true));
        office.as("saeki").does(number, "decideTriage", Answers.information("法テラスの無料相談"));
        return number;
    }
}
