package jp.tsunagu.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.casefile.CaseChronicle;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.engine.Diagrams;
import jp.tsunagu.ledger.Timeline.Detail;
import jp.tsunagu.ledger.Timeline.Entry;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.work.AlertLevel;
import jp.tsunagu.work.CaseAlert;
import jp.tsunagu.work.StandstillReason;
import jp.tsunagu.work.SupervisorAct;
import org.springframework.stereotype.Component;

/** What the lines of the chronicles are called in Japanese. */
@Component
class TimelineWords {

    private static final Map<String, String> DECISIONS = Map.of(
            "planOnly", "プランが決定しました",
            "planAndSupport", "プランと支援が決定しました",
            "confirmation", "プランが確認されました",
            "report", "プランが区へ報告されました");

    private final Choices choices;
    private final Diagrams diagrams;
    private final StepTitles titles;

    TimelineWords(Choices choices, Diagrams diagrams, StepTitles titles) {
        this.choices = choices;
        this.diagrams = diagrams;
        this.titles = titles;
    }

    /** @param names the names of the accounts that stand in the lines */
    Reader reader(Head of, Map<String, String> names) {
        return new Reader(of, diagrams.stepNames(), names);
    }

    /** Reads the lines of one case. */
    final class Reader {

        private final Head of;
        private final Map<String, String> steps;
        private final Map<String, String> names;

        private Reader(Head of, Map<String, String> steps, Map<String, String> names) {
            this.of = of;
            this.steps = steps;
            this.names = names;
        }

        private String name(String user) {
            return user == null ? null : Accounts.groupNames().getOrDefault(user, names.getOrDefault(user, user));
        }

        Entry entry(CaseChronicle.Line line) {
            String title =
                    switch (line.kind()) {
                        case "record" ->
                            "支援経過の記録（"
                                    + choices.label(
                                            "reception",
                                            "method",
                                            line.written().method()) + "）";
                        case "consent" -> "同意: " + consent(line.subject());
                        case "consentEnded" -> "前の同意が終わりました（撤回、または新しい同意）";
                        case "takenBack" ->
                            "訂正: 「" + titles.title(line.subject(), steps) + "」（" + line.version() + "回目）を取り消しました";
                        case "attachment" -> "署名のある書類を加えました";
                        case "worker" ->
                            Accounts.groupNames().getOrDefault(line.subject(), line.subject()) + "の担当になりました";
                        default ->
                            titles.title(line.subject(), steps)
                                    + (line.version() > 1 ? "（" + line.version() + "回目）" : "");
                    };
            boolean document = line.kind().equals("form") || line.kind().equals("event");
            String address = document
                    ? "/cases/" + of.number() + "/forms/" + line.subject() + "?version=" + line.version()
                    : null;
            return new Entry(
                    TimelineKind.ofLine(line.kind()),
                    line.on(),
                    line.recordedAt(),
                    name(line.user()),
                    title,
                    details(line),
                    address);
        }

        private List<Detail> details(CaseChronicle.Line line) {
            CaseChronicle.Written record = line.written();
            List<Detail> details = new ArrayList<>();
            if (line.kind().equals("takenBack")) {
                add(details, "理由", record.facts());
                return details;
            }
            add(details, "相手", record.counterpart());
            add(details, "内容（事実）", record.facts());
            add(details, "本人の言葉", record.personsWords());
            add(details, "所見・判断", record.opinion());
            add(details, "次にすること", record.nextStep());
            add(details, "次回の期日", record.nextDate() == null ? null : Days.full(record.nextDate()));
            return details;
        }

        Entry entry(OfficeChronicle.Line line) {
            List<Detail> details = new ArrayList<>();
            String title =
                    switch (line.kind()) {
                        case "referral" -> referral(line, details);
                        case "decision" -> decision(line, details);
                        case "notice" -> notice(line, details);
                        case "disclosure" -> {
                            add(details, "相手", line.first());
                            add(details, "目的", line.second());
                            yield "外部に情報を伝えました";
                        }
                        case "oversight" -> supervised(line, details);
                        default -> alert(line, details);
                    };
            return new Entry(
                    TimelineKind.ofLine(line.kind()), line.on(), line.at(), name(line.user()), title, details, null);
        }

        private String referral(OfficeChronicle.Line line, List<Detail> details) {
            String to = line.first().equals("WELFARE_OFFICE") ? "福祉事務所へのつなぎ" : "他機関へのつなぎ";
            return switch (line.what()) {
                case "opened" -> to + "を始めました";
                case "handedOver" -> {
                    add(details, "つなぎ先", line.second());
                    yield to + ": つなぎました";
                }
                case "received" -> {
                    add(details, "受け取った人", line.second());
                    yield to + ": 受領が確認されました";
                }
                default -> {
                    add(details, "結果", result(line.second()));
                    yield to + "が終わりました";
                }
            };
        }

        private String decision(OfficeChronicle.Line line, List<Detail> details) {
            return switch (line.what()) {
                case "conference" -> {
                    String of = line.first().equals("evaluation") ? "評価" : "プラン";
                    String label = of.equals("評価")
                            ? choices.label("recordEvaluationConference", "evaluationResult", line.second())
                            : choices.label("recordPlanConference", "conferenceResult", line.second());
                    add(details, "結果", label);
                    yield "支援調整会議（" + of + "）";
                }
                case "rejected" -> {
                    add(details, "区分", choices.label("writeRejectionReason", "rejectionCategory", line.first()));
                    add(details, "理由", line.second());
                    yield "プランが差し戻されました";
                }
                default -> {
                    add(details, "文書番号", line.second());
                    yield DECISIONS.getOrDefault(line.first(), "プランが決定しました");
                }
            };
        }

        private String notice(OfficeChronicle.Line line, List<Detail> details) {
            boolean sent = line.what().equals("sent");
            String kind = sent ? line.first() : line.what();
            String receiver = sent || line.second() != null ? line.second() : line.first();
            add(details, "あて先", Accounts.groupNames().getOrDefault(receiver, receiver));
            return "通知「" + NoticeKind.valueOf(kind).label() + "」" + (sent ? "を送りました" : "");
        }

        private String supervised(OfficeChronicle.Line line, List<Detail> details) {
            add(details, "相手", name(line.informed()));
            if (line.informed() == null) {
                add(
                        details,
                        "理由",
                        StandstillReason.of(line.second())
                                .map(StandstillReason::label)
                                .orElse(null));
            }
            return "「" + titles.title(line.first(), steps) + "」: "
                    + SupervisorAct.of(line.what()).orElseThrow().label();
        }

        private String alert(OfficeChronicle.Line line, List<Detail> details) {
            add(details, "知らせた相手", name(line.informed()));
            return line.what().equals("case")
                    ? CaseAlert.of(line.first()).label()
                    : "「" + titles.title(line.first(), steps) + "」: "
                            + AlertLevel.of(line.what()).label();
        }
    }

    String consent(String answer) {
        return choices.label("obtainApplicationAndConsent", "consent", answer);
    }

    /** The reply of an agency or the result at the welfare office, as their forms call it. */
    String result(String value) {
        return value == null
                ? null
                : Stream.of(
                                choices.label("confirmReferralReceipt", "referralReply", value),
                                choices.label("recordWelfareOutcome", "welfareOutcome", value),
                                choices.label("reviewUnwillingness", "unwillingnessReview", value))
                        .filter(label -> !label.equals(value))
                        .findFirst()
                        .orElse(value);
    }

    private static void add(List<Detail> details, String label, String text) {
        if (text != null && !text.isBlank()) {
            details.add(new Detail(label, text));
        }
    }
}
