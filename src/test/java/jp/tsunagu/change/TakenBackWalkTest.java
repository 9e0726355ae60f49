package jp.tsunagu.change;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two cases of the same person go the same way. In one of them steps are done wrong, and right ones too early, at random, and
 * taken back: afterwards nobody can tell the two apart by open tasks, dates, timers, variables or what the forms hold.
 */
class TakenBackWalkTest extends OfficeStory {

    private static final String SERVICE = "employmentPreparationSupport";

    @Autowired
    private Opened opened;

    @Autowired
    JdbcClient database;

    private Random dice;
    private ChiefsDesk desk;
    private CaseLikeness likeness;
    private String straight;
    private String crooked;
    private LocalDate day;
    private final List<String> told = new ArrayList<>();

    /** A step, how it is done right, and in which ways wrong. */
    private record Step(
            String who, String name, Supplier<Map<String, Object>> right, List<Supplier<Map<String, Object>>> wrong) {

        @SafeVarargs
        static Step of(
                String who, String name, Supplier<Map<String, Object>> right, Supplier<Map<String, Object>>... wrong) {
            return new Step(who, name, right, List.of(wrong));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void nobodyCanTell(long seed) {
        dice = new Random(seed);
        day = LocalDate.parse("2026-06-01");
        office.on(day.toString());
        desk = new ChiefsDesk(office, "manabe");
        likeness = new CaseLikeness(database, opened);
        straight = office.as("saeki").receives(Answers.named("直江 真", "なおえ まこと", "1985-03-05"));
        crooked = office.as("saeki").receives(Answers.named("直江 真", "なおえ まこと", "1985-03-05"));
        alike("received");

        go(toTheMeeting());
        office.on(Office.today().plusDays(21).toString());
        day = Office.today();
        go(toTheWard());
        go(decided());
        go(supported());
        office.on("2026-09-28");
        day = Office.today();
        go(evaluated());
        assertThat(told).as("what went back").hasSizeGreaterThan(5);
    }

    private void go(List<Step> script) {
        for (int at = 0; at < script.size(); at++) {
            Step step = script.get(at);
            while (!step.wrong().isEmpty() && dice.nextInt(5) < 3) {
                wrong(step, at + 1 < script.size() ? script.get(at + 1) : null);
            }
            does(straight, step, step.right().get());
            does(crooked, step, step.right().get());
            alike(step.name());
            again(script, at);
        }
    }

    /** Done wrong, perhaps with the next step after it, perhaps noticed days later. */
    private void wrong(Step step, Step next) {
        does(crooked, step, step.wrong().get(dice.nextInt(step.wrong().size())).get());
        int steps = 1;
        if (next != null
                && dice.nextBoolean()
                && office.as(next.who()).steps(crooked).contains(next.name())) {
            does(crooked, next, next.right().get());
            steps++;
        }
        if (dice.nextInt(4) == 0) {
            day = day.plusDays(1);
            office.on(day.toString());
        }
        for (int back = 0; back < steps; back++) {
            assertThat(desk.takesBack(crooked))
                    .as("%s can be taken back; %s", step.name(), told)
                    .isTrue();
        }
        told.add("wrong " + step.name());
        alike("taken back: " + step.name());
    }

    /** Right steps are taken back too, and done again on the same day. */
    private void again(List<Step> script, int at) {
        int back = dice.nextInt(3) == 0 ? 1 + dice.nextInt(2) : 0;
        int gone = 0;
        while (gone < back && at - gone >= 0 && sameDay(script.get(at - gone)) && desk.takesBack(crooked)) {
            told.add("again " + script.get(at - gone).name());
            gone++;
        }
        for (int redo = at - gone + 1; redo <= at; redo++) {
            does(crooked, script.get(redo), script.get(redo).right().get());
        }
        alike("again: " + script.get(at).name());
    }

    private final Map<String, LocalDate> doneOn = new java.util.HashMap<>();

    private boolean sameDay(Step step) {
        return day.equals(doneOn.get(step.name()));
    }

    private void does(String number, Step step, Map<String, Object> answers) {
        office.as(step.who()).does(number, step.name(), answers);
        doneOn.put(step.name(), day);
    }

    private void alike(String when) {
        assertThat(likeness.of(crooked)).as("%s; %s", when, told).isEqualTo(likeness.of(straight));
    }

    private static List<Step> toTheMeeting() {
        return List.of(
                Step.of(
                        "saeki",
                        "decideTriage",
                        () -> Answers.triage("continueSupport"),
                        () -> with(
                                Answers.triage("continueSupport"),
                                "nextContactDate",
                                Office.today().plusDays(60).toString())),
                Step.of(
                        "saeki",
                        "obtainApplicationAndConsent",
                        () -> with(Answers.application(), "employmentWished", true),
                        Answers::application,
                        () -> with(Answers.application(), "consent", "none", "applied", false)),
                Step.of(
                        "saeki",
                        "assess",
                        () -> with(Answers.assessment(), "employmentWished", true),
                        () -> with(
                                Answers.assessment(),
                                "chiefComplaint",
                                "別の人の訴え",
                                "record",
                                Answers.record("phoneOut"))),
                Step.of(
                        "kobayakawa",
                        "assessEmployment",
                        Answers::employmentHearing,
                        () -> with(Answers.employmentHearing(), "employmentSupportNow", true)),
                Step.of(
                        "saeki",
                        "screen",
                        () -> Answers.screening("plan"),
                        () -> Answers.screening("closure"),
                        () -> Answers.screening("suspend"),
                        () -> Answers.screening("seekConsent")),
                Step.of(
                        "manabe",
                        "confirmScreening",
                        Answers::confirmation,
                        () -> with(
                                Answers.confirmation(),
                                "screeningConfirmation",
                                "returned",
                                "screeningConfirmationNote",
                                "足りない")),
                Step.of(
                        "saeki",
                        "draftPlan",
                        () -> Answers.plan(item(SERVICE, "就労準備センター", 6, true)),
                        () -> Answers.plan(item(SERVICE, "別のセンター", 3, true))),
                Step.of("kobayakawa", "draftEmploymentPart", () -> of("employmentItems", List.of())),
                Step.of(
                        "saeki",
                        "obtainPlanAgreement",
                        Answers::agreement,
                        () -> answered("changesWanted"),
                        () -> answered("consultationOnly"),
                        () -> answered("declined")),
                Step.of(
                        "manabe",
                        "convenePlanConference",
                        () -> Answers.meetingOn(LocalDate.parse("2026-06-30")),
                        () -> Answers.meetingOn(LocalDate.parse("2026-07-15"))));
    }

    private static List<Step> toTheWard() {
        return List.of(
                Step.of("manabe", "recordPlanConference", () -> Answers.conference("approved")),
                Step.of("manabe", "submitPlan", Answers::submission, Answers::submission));
    }

    private static List<Step> decided() {
        return List.of(
                Step.of("uda", "checkPlan", () -> Answers.suitable(SERVICE)),
                Step.of("otsuki", "approveAsSubsectionChief", Answers::approval),
                Step.of("kaji", "decidePlan", () -> Answers.decision("decided")),
                Step.of(
                        "uda",
                        "sendSupportNotice",
                        () -> of(
                                "noticeManner",
                                "mail",
                                "noticeSentOn",
                                Office.today().toString())),
                Step.of("saeki", "deliverPlan", () -> of("deliveryManner", "inPerson")));
    }

    private static List<Step> supported() {
        return List.of(
                Step.of(
                        "saeki",
                        "monitorSupport",
                        Answers::monitoring,
                        () -> with(Answers.monitoring(), "evaluationRequested", true)),
                Step.of("saeki", "monitorSupport", Answers::monitoring, Answers::monitoring));
    }

    private static List<Step> evaluated() {
        return List.of(
                Step.of("saeki", "prepareEvaluation", Answers::evaluationSheet, Answers::evaluationSheet),
                Step.of(
                        "manabe",
                        "conveneEvaluationConference",
                        () -> Answers.meetingOn(LocalDate.parse("2026-10-20")),
                        () -> Answers.meetingOn(LocalDate.parse("2026-10-30"))));
    }

    private static Map<String, Object> answered(String answer) {
        String today = Office.today().toString();
        return of(
                "planAgreement",
                answer,
                "agreedOn",
                today,
                "agreementExplainedBy",
                "佐伯",
                answer.equals("changesWanted") ? "wantedChanges" : "declineReason",
                "今は決められない",
                "nextContactDate",
                Office.today().plusDays(10).toString());
    }
}
