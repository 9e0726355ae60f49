package jp.tsunagu.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ordinary answers to the forms, for stories that are about something else. */
public final class Answers {

    private Answers() {}

    /** Answers with further ones put over them. */
    public static Map<String, Object> with(Map<String, Object> answers, Object... namesAndValues) {
        Map<String, Object> all = new HashMap<>(answers);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return all;
    }

    public static Map<String, Object> of(Object... namesAndValues) {
        return with(Map.of(), namesAndValues);
    }

    private static LocalDate today() {
        return Office.today();
    }

    private static String in(int days) {
        return today().plusDays(days).toString();
    }

    public static Map<String, Object> record(String method) {
        return of("contactDate", today().toString(), "method", method, "facts", "話を聞いた。", "nextDate", in(14));
    }

    public static Map<String, Object> reception() {
        return of(
                "receivedOn",
                today().toString(),
                "contactRoute",
                "selfVisit",
                "contactMade",
                true,
                "urgent",
                false,
                "record",
                of("method", "visitInPerson", "facts", "来所。", "nextDate", in(3)));
    }

    public static Map<String, Object> named(String name, String kana, String birthDate) {
        return with(reception(), "name", name, "kana", kana, "birthDate", birthDate, "concernDetail", "生活のこと。");
    }

    public static Map<String, Object> welfare() {
        return of(
                "welfareIntent", "no",
                "placeTonight", "has",
                "medicalUrgency", "no",
                "incomeBelowMinimum", "above",
                "welfareNeedByStaff", "asTable");
    }

    public static Map<String, Object> triage(String result) {
        return with(
                welfare(),
                "residence",
                "inWard",
                "triageResult",
                result,
                "triageReason",
                "聞き取りから。",
                "nextContactDate",
                in(5),
                "triageDecidedOn",
                today().toString());
    }

    /** Information was enough: the case is over. */
    public static Map<String, Object> information(String given) {
        return with(triage("informationOnly"), "informationGiven", given, "nextContactDate", null);
    }

    public static Map<String, Object> application() {
        return of(
                "noFixedAddress",
                false,
                "address",
                "港区例町1-2-3",
                "phone",
                "03-0000-0000",
                "applied",
                true,
                "applicationDate",
                today().toString(),
                "applicationManner",
                "signature",
                "handlingExplained",
                true,
                "consent",
                "full",
                "consentDate",
                today().toString(),
                "employmentWished",
                false,
                "nextContactDate",
                in(5));
    }

    public static Map<String, Object> assessment() {
        return Answers.with(
                Map.of(),
                "contactRoute",
                "selfVisit",
                "cohabitants",
                "yes",
                "household",
                List.of(Map.of("relation", "母", "age", 70)),
                "maritalStatus",
                "single",
                "children",
                "no",
                "housing",
                "owned",
                "healthState",
                "good",
                "disabilityCertificate",
                "none",
                "healthInsurance",
                "national",
                "selfHarmRisk",
                "none",
                "residentTax",
                "exempt",
                "publicBenefits",
                List.of("none"),
                "welfareState",
                "none",
                "arrears",
                List.of("none"),
                "hasDebts",
                "no",
                "workState",
                "notSeeking",
                "education",
                "highSchool",
                "jobWish",
                "no",
                "employmentWished",
                false,
                "chiefComplaint",
                "外に出たい",
                "issues",
                List.of("isolation"),
                "issueBackground",
                "長く家にいる。話すと穏やか。",
                "record",
                record("visitInPerson"));
    }

    public static Map<String, Object> employmentHearing() {
        return of(
                "jobMotivation", "少しある",
                "jobObstacles", "人が怖い",
                "employmentOpinion", "準備から",
                "record", record("visitInPerson"));
    }

    public static Map<String, Object> screening(String result) {
        return with(
                welfare(),
                "contactState",
                "ok",
                "screeningDate",
                today().toString(),
                "screeningResult",
                result,
                "screeningReason",
                "アセスメントから。",
                "nextContactDate",
                in(10));
    }

    public static Map<String, Object> confirmation() {
        return of("screeningConfirmation", "confirmed", "confirmedOn", today().toString());
    }

    public static Map<String, Object> item(String service, String provider, int months, boolean applied) {
        return of(
                "service",
                service,
                "provider",
                provider,
                "content",
                "週に数回",
                "responsible",
                "担当",
                "from",
                today().toString(),
                "to",
                today().plusMonths(months).minusDays(1).toString(),
                "applied",
                applied);
    }

    @SafeVarargs
    public static Map<String, Object> plan(Map<String, Object>... items) {
        return of(
                "planWishes", "外に出て働きたい",
                "planIssues", List.of(Map.of("issue", "孤立")),
                "planGoals", List.of(Map.of("goal", "週2回の外出", "achieveBy", in(180))),
                "planItems", List.of(items),
                "planNotes", "無理をしない",
                "planCreatedOn", today().toString(),
                "reviewMonths", 3,
                "employmentSupportTarget", true,
                "nextContactDate", in(10));
    }

    public static Map<String, Object> agreement() {
        return of(
                "planAgreement", "agreed",
                "agreedOn", today().toString(),
                "agreementManner", "signature",
                "agreementExplainedBy", "佐伯",
                "planDisclosureChecked", "covered",
                "nextContactDate", in(10));
    }

    public static Map<String, Object> meetingOn(LocalDate day) {
        return of(
                "conferenceChoice", "new",
                "newConferenceDate", day.toString(),
                "newConferenceTime", "14:00",
                "newConferenceFormat", "regular",
                "conferenceInvitees", List.of("chief", "wardOfficer"));
    }

    public static List<Map<String, Object>> attendees() {
        return List.of(
                of("kind", "chief", "organization", "センター", "attendeeName", "真鍋", "confidentiality", true),
                of("kind", "wardOfficer", "organization", "港区", "attendeeName", "宇田", "confidentiality", true));
    }

    public static Map<String, Object> conference(String result) {
        return of(
                "heldOn",
                today().toString(),
                "heldFormat",
                "regular",
                "attendees",
                attendees(),
                "discussion",
                "適切と考える。",
                "conferenceResult",
                result,
                "roles",
                List.of());
    }

    public static Map<String, Object> submission() {
        return of("submittedOn", today().toString());
    }

    public static Map<String, Object> suitable(String... services) {
        return of(
                "planReceivedOn",
                today().toString(),
                "contentCheck",
                "suitable",
                "planCheck",
                "suitable",
                "checkedOn",
                today().toString(),
                "useConditionResults",
                conditions("met", services));
    }

    private static List<Map<String, Object>> conditions(String result, String... services) {
        return Stream.of(services)
                .map(service -> of("service", service, "result", result, "ground", "証拠書類で確認"))
                .toList();
    }

    /** The officer proposes to reject: the papers do not show that the services' conditions are met. */
    public static Map<String, Object> unsuitable(String... services) {
        return of(
                "planReceivedOn", today().toString(),
                "contentCheck", "unsuitable",
                "planCheck", "unsuitable",
                "checkedOn", today().toString(),
                "useConditionResults", conditions("unconfirmed", services));
    }

    public static Map<String, Object> reason(String text) {
        return of("rejectionCategory", "papers", "rejectionReason", text, "reasonWrittenOn", today().toString());
    }

    public static Map<String, Object> approval() {
        return of("chiefApproval", "forward", "approvedOn", today().toString());
    }

    public static Map<String, Object> decision(String result) {
        return of("wardDecision", result, "decidedOn", today().toString());
    }

    public static Map<String, Object> recheckedAgency(String agency) {
        return of("agency", agency, "recheckedOn", today().toString(), "recheckResult", "変わりなし");
    }

    public static Map<String, Object> monitoring() {
        return of(
                "itemProgress", List.of(of("item", "支援", "state", "ongoing")),
                "record", record("visitInPerson"),
                "evaluationRequested", false);
    }

    public static Map<String, Object> employed() {
        return of(
                "employmentActions",
                List.of("resume"),
                "employmentResult",
                "employed",
                "employedFrom",
                today().toString(),
                "record",
                record("visitInPerson"));
    }

    public static Map<String, Object> settledAtWork() {
        return of("retentionResult", "ended", "record", record("visitInPerson"));
    }

    public static Map<String, Object> evaluationSheet() {
        return of(
                "evaluatedOn", today().toString(),
                "evaluationKind", "m3",
                "goalResults", List.of(of("goal", "週2回の外出", "achievement", "achieved")),
                "changesSeen", List.of("motivation"),
                "employmentGain", "none",
                "currentState", "落ち着いている",
                "remainingIssues", "特になし",
                "personsWish", "close",
                "supportersOpinions", List.of(of("opinionRole", "相談支援員", "opinionText", "終結でよい")));
    }

    public static Map<String, Object> evaluation(String result) {
        return of(
                "heldOn",
                today().toString(),
                "heldFormat",
                "regular",
                "attendees",
                attendees(),
                "discussion",
                "目標を達成。",
                "evaluationResult",
                result,
                "evaluationReason",
                "評価シートのとおり。",
                "nextContactDate",
                in(7));
    }

    /** A person who wants 生活保護 is brought to the welfare office. */
    public static Map<String, Object> handover() {
        return of(
                "rightExplained", true,
                "welfareWish", "wants",
                "welfareOfficeName", "港福祉事務所",
                "handoverManner", "accompany",
                "handoverConsent", "given",
                "handoverContent", "所持金がない。",
                "handedOverOn", today().toString());
    }

    /** The welfare office received the person, and their application, at this time (2026-09-18T16:52). */
    public static Map<String, Object> receipt(String at) {
        return of(
                "receivedBy",
                "湯浅",
                "receivedAt",
                at,
                "applicationAccepted",
                "accepted",
                "welfareApplicationDate",
                at.substring(0, 10));
    }

    public static Map<String, Object> closing(String reason, boolean followUp, Integer... months) {
        Map<String, Object> answers = of(
                "closedOn",
                today().toString(),
                "closingReason",
                reason,
                "connectNeeded",
                "no",
                "followUpNeeded",
                followUp,
                "followUpReason",
                "話し合いのとおり。");
        return followUp ? with(answers, "followUpMonths", List.of(months)) : answers;
    }
}
