package jp.tsunagu.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.form.TypedText;

/** What a line of 第3号様式 has to say before it is kept (要領 第9条第4号). */
final class ProgressRules {

    private static final int LONG = 4000;
    private static final int MIDDLE = 2000;
    private static final int SHORT = 300;
    private static final int NAME = 100;
    private static final int DAY_IN_MINUTES = 1440;

    private final ProgressEntry entry;
    private final ProgressEntry before;
    private final LocalDate today;
    private final List<Refusal> refusals = new ArrayList<>();

    private ProgressRules(ProgressEntry entry, ProgressEntry before, LocalDate today) {
        this.entry = entry;
        this.before = before;
        this.today = today;
    }

    /**
     * Why the line cannot be kept; empty if it can.
     *
     * @param before what the corrected line says, which may stay as it is; null for a first line
     * @param open true while the case is under way: then it never is without a next date (要領 第4条第1号)
     */
    static List<Refusal> check(
            ProgressEntry entry, ProgressEntry before, boolean open, Set<String> methods, LocalDate today) {
        ProgressRules rules = new ProgressRules(entry, before, today);
        rules.occurredOn();
        rules.choices(methods);
        rules.texts();
        rules.nextDate(open);
        return rules.refusals;
    }

    private void occurredOn() {
        LocalDate day = entry.occurredOn();
        if (day == null) {
            refuse("occurredOn", "対応した日を入力してください（例: R8.9.18）。");
        } else if (day.isAfter(today)) {
            refuse("occurredOn", "まだ来ていない日のことは、記録できません。");
        } else if (day.isBefore(today.minusYears(1)) && !keeps(day, before == null ? null : before.occurredOn())) {
            refuse("occurredOn", "1年より前の日です。年を確かめてください。");
        }
    }

    private void choices(Set<String> methods) {
        if (entry.method() == null
                || (!methods.contains(entry.method())
                        && !keeps(entry.method(), before == null ? null : before.method()))) {
            refuse("method", "方法を選んでください。");
        }
        if (entry.with() == null) {
            refuse("with", "相手を選んでください。");
        }
        if (entry.minutes() != null && (entry.minutes() < 1 || entry.minutes() > DAY_IN_MINUTES)) {
            refuse("minutes", "所要時間は、1から" + DAY_IN_MINUTES + "までの分で入力してください。");
        }
    }

    private void texts() {
        if (entry.facts() == null) {
            refuse("facts", "内容（事実）を入力してください。見たこと、聞いたことを書きます。");
        }
        text("facts", entry.facts(), LONG);
        text("personsWords", entry.personsWords(), MIDDLE);
        text("opinion", entry.opinion(), MIDDLE);
        text("nextStep", entry.nextStep(), SHORT);
        text("counterpart", entry.counterpart(), NAME);
        text("colleagues", entry.colleagues(), NAME);
    }

    private void text(String field, String value, int longest) {
        TypedText.refuse(value, longest).ifPresent(reason -> refuse(field, reason));
    }

    private void nextDate(boolean open) {
        LocalDate next = entry.nextDate();
        LocalDate kept = before == null ? null : before.nextDate();
        if (next == null) {
            if (open && (before == null || kept != null)) {
                refuse("nextDate", "次回の期日を決めてください。続くケースには、必ず次の期日が要ります。");
            }
        } else if (!keeps(next, kept)) {
            if (next.isBefore(today)) {
                refuse("nextDate", "次回の期日は、今日からあとの日にしてください。");
            } else if (next.isAfter(today.plusYears(1))) {
                refuse("nextDate", "1年より先の日です。年を確かめてください。");
            }
        }
    }

    private boolean keeps(Object value, Object old) {
        return before != null && Objects.equals(value, old);
    }

    private void refuse(String field, String reason) {
        refusals.add(Refusal.ofField(field, reason));
    }
}
