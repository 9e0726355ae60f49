package jp.tsunagu.oversight;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What heat can show of a step. */
enum Measure {
    WAITING_NOW(
            "waitingNow",
            "いま待っている件数",
            "件数",
            "いま、この手順で待っている件数です。",
            false,
            own(one -> one.waitingNow().count())),
    OVER_TARGET(
            "overTarget",
            "目標を過ぎた件数",
            "目標超過",
            "いま待っているもののうち、目標の期限を過ぎている件数です。本人を待っている間は数えません。",
            false,
            inside(StepHeat::overTarget)),
    WAITING_MEDIAN(
            "waitingMedian",
            "いまの待ち日数（中央値）",
            "中央値",
            "いま待っているものの半分は、この開庁日数以内です。",
            false,
            days(StepHeat::waitingNow, 0.5)),
    WAITING_NINTH(
            "waitingNinth", "いまの待ち日数（90%）", "90%", "いま待っているものの9割は、この開庁日数以内です。", false, days(StepHeat::waitingNow, 0.9)),
    WAITING_WORST("waitingWorst", "いまの待ち日数（最長）", "最長", "いちばん長く待っているものの開庁日数です。", false, days(StepHeat::waitingNow, 1)),
    DONE(
            "done",
            "終わった件数（処理量）",
            "件数",
            "期間の中で、この手順が終わった件数です。",
            true,
            own(one -> one.waited().count())),
    ENDED_MEDIAN(
            "endedMedian", "終わったものの日数（中央値）", "中央値", "期間の中で終わったものの半分は、この開庁日数以内でした。", true, days(StepHeat::waited, 0.5)),
    ENDED_NINTH(
            "endedNinth", "終わったものの日数（90%）", "90%", "期間の中で終わったものの9割は、この開庁日数以内でした。", true, days(StepHeat::waited, 0.9)),
    ENDED_WORST("endedWorst", "終わったものの日数（最長）", "最長", "期間の中で終わったもののうち、いちばん長かった開庁日数です。", true, days(StepHeat::waited, 1)),
    LATE_SHARE("lateShare", "目標を過ぎて終わった割合", "目標超過", "期間の中で終わり、目標があったもののうち、目標を過ぎていたものの割合です。", true, Measure::late),
    AGAIN("again", "やり直しの件数", "やり直し", "同じケースが、この手順に2回目以降に来た件数です（いま待っているものと、期間の中で終わったもの）。", true, own(StepHeat::again)),
    REJECTED(
            "rejected",
            "区からの差戻しの件数",
            "差戻し",
            "期間の中で、区がプランを差し戻した件数です。「プランの確認・決定」に出ます。",
            true,
            (own, inside, showing) -> Figure.NONE),
    ESCALATED(
            "escalated",
            "上位への引上げの件数",
            "引上げ",
            "期限を過ぎて、上位の人へ知らせが上がった件数です（いま待っているものと、期間の中で終わったもの）。",
            true,
            inside(StepHeat::escalated));

    /** A figure from the stays in a step and, where it calls a process, those in the steps of that process. */
    private interface Reading {
        Figure of(StepHeat own, List<StepHeat> inside, Showing showing);
    }

    private final String key;
    private final String label;
    private final String heading;
    private final String explanation;
    private final boolean ofPeriod;
    private final Reading reading;

    Measure(String key, String label, String heading, String explanation, boolean ofPeriod, Reading reading) {
        this.key = key;
        this.label = label;
        this.heading = heading;
        this.explanation = explanation;
        this.ofPeriod = ofPeriod;
        this.reading = reading;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** The same in a table whose columns are grouped into what waits and what has ended. */
    public String heading() {
        return heading;
    }

    public String explanation() {
        return explanation;
    }

    Figure show(StepHeat own, List<StepHeat> inside, Showing showing) {
        return reading.of(own, ofPeriod && !showing.sumsPeriods() ? List.of() : inside, showing);
    }

    /** As the address says; what is over its target otherwise. */
    static Measure of(String key) {
        return Stream.of(values())
                .filter(measure -> measure.key.equals(key))
                .findFirst()
                .orElse(OVER_TARGET);
    }

    private static Reading own(ToLongFunction<StepHeat> count) {
        return (own, inside, showing) -> showing.count(List.of(count.applyAsLong(own)));
    }

    private static Reading inside(ToLongFunction<StepHeat> count) {
        return (own, inside, showing) ->
                showing.count(of(own, inside).stream().map(count::applyAsLong).toList());
    }

    private static Reading days(Function<StepHeat, WaitedDays> waited, double share) {
        return (own, inside, showing) -> showing.days(waited.apply(own), share);
    }

    private static Figure late(StepHeat own, List<StepHeat> inside, Showing showing) {
        return showing.share(
                of(own, inside).stream().mapToLong(StepHeat::late).sum(),
                of(own, inside).stream().mapToLong(StepHeat::measured).sum());
    }

    /** A call has no target of its own. */
    private static List<StepHeat> of(StepHeat own, List<StepHeat> inside) {
        return inside.isEmpty() ? List.of(own) : inside;
    }
}
