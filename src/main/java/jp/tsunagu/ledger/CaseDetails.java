package jp.tsunagu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.ledger.CaseRow.Detail;
import org.springframework.stereotype.Component;

/** The columns of 支援台帳 that a line of the list has no room for. Where a person must not be found, the address is kept back. */
@Component
class CaseDetails {

    private static final String NONE = "―";
    private static final int LONGEST = 120;

    private final Choices choices;

    CaseDetails(Choices choices) {
        this.choices = choices;
    }

    List<Detail> of(Columns row) {
        JsonNode fields = row.fields();
        List<Detail> all = new ArrayList<>();
        add(all, "主訴", shortened(first(fields, "chiefComplaint", "concernDetail")));
        add(all, "受付日", day(row.day("received_on")));
        add(all, "相談経路", choices.chosen("reception", "contactRoute", fields));
        add(all, "住所", address(row, fields));
        add(all, "同意", consent(row));
        add(
                all,
                "課題の数",
                fields.path("issues").isEmpty() ? NONE : fields.path("issues").size() + "件");
        add(
                all,
                "スクリーニング",
                dated(choices.chosen("screen", "screeningResult", fields), written(fields, "screeningDate")));
        add(all, "プラン", row.count("plans") == 0 ? NONE : row.count("plans") + "回目" + decided(row));
        add(all, "支援決定サービス", or(row.text("services")) + period(row));
        add(all, "支援調整会議", day(row.day("conference_on")));
        add(all, "次回評価", day(row.dayOfMillis("evaluation_at")));
        add(
                all,
                "つなぎ",
                row.count("referrals") == 0
                        ? NONE
                        : "途中 " + row.count("referrals") + "件（うち未確認 " + row.count("unconfirmed") + "件）");
        add(all, "緊急支援", choices.chosen("arrangeEmergencySupport", "emergencySupportKinds", fields));
        add(all, "就労支援対象", choices.chosen("draftPlan", "employmentSupportTarget", fields));
        add(
                all,
                "就労・増収",
                written(fields, first(fields, "employedFrom").isEmpty() ? "employmentGainFrom" : "employedFrom"));
        add(all, "終結", dated(choices.chosen("closeCase", "closingReason", fields), day(row.day("closed_on"))));
        add(all, "次のフォローアップ", day(row.dayOfMillis("follow_up_at")));
        add(all, "アクセス制限", row.yes("named_only") ? "制限ケース" : row.yes("contact_restricted") ? "連絡先を秘匿" : NONE);
        return all;
    }

    private static void add(List<Detail> all, String label, String value) {
        all.add(new Detail(label, or(value)));
    }

    private static String or(String value) {
        return value == null || value.isEmpty() ? NONE : value;
    }

    private static String day(LocalDate day) {
        return day == null ? "" : Wareki.formatShort(day);
    }

    /** A date that a form holds. */
    private static String written(JsonNode fields, String key) {
        return Wareki.parse(fields.path(key).asText("")).map(CaseDetails::day).orElse("");
    }

    private static String dated(String what, String day) {
        return day.isEmpty() ? what : what.isEmpty() ? day : day + " " + what;
    }

    private static String first(JsonNode fields, String... keys) {
        for (String key : keys) {
            String value = fields.path(key).asText("");
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…（続きはケースのページで）";
    }

    private static String address(Columns row, JsonNode fields) {
        if (row.yes("contact_restricted")) {
            return "（秘匿のため表示しません）";
        }
        return fields.path("noFixedAddress").asBoolean() ? "住所不定" : first(fields, "address");
    }

    private static String consent(Columns row) {
        LocalDate withdrawn = row.day("consent_withdrawn_on");
        return CaseText.consent(row) + (withdrawn == null ? "" : "（" + day(withdrawn) + "）");
    }

    private static String decided(Columns row) {
        return row.day("decided_on") == null ? "（決定前）" : "（" + day(row.day("decided_on")) + " 決定）";
    }

    private static String period(Columns row) {
        return row.day("from_day") == null
                ? ""
                : "（" + day(row.day("from_day")) + "から" + day(row.day("to_day")) + "まで）";
    }
}
