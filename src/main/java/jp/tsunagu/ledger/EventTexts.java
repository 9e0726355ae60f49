package jp.tsunagu.ledger;

import static java.util.Map.entry;

import java.util.Map;
import org.springframework.stereotype.Component;

/** What a report sets going, in one sentence for whoever is about to send it, and what has to be confirmed before. */
@Component
class EventTexts {

    private static final Map<String, String> CONSEQUENCES = Map.ofEntries(
            entry("emergencyNeeded", "緊急支援の手続がすぐに始まり、「緊急支援を手配する」タスクができます。ほかの手続は止まりません。"),
            entry("welfareNeeded", "福祉事務所へのつなぎが始まり、「福祉事務所へつなぐ」タスクができます。受領が記録されるまで終わりません。ほかの手続は止まりません。"),
            entry("contactLost", "ケースは「連絡待ち」になり、「連絡を試みる」タスクができます。作業の目標の日は止まりますが、法律で決まった期限は止まりません。"),
            entry("contactResumed", "ケースは「連絡待ち」から戻り、止まっていた目標の日が、待った日数だけ先へ移ります。"),
            entry("personMoved", "区内の引っ越しなら、新しい住所が記録されます。区外・行き先不明なら、引継ぎなどのタスクができます。いまの手続は、それが済むまで続きます。"),
            entry("complaintReceived", "「苦情に答える」タスクが主任にできます。ほかの手続は止まりません。"),
            entry("consentWithdrawn", "関係機関への情報提供が直ちに止まり、「情報提供を止めたことを伝える」タスクができます。相談と支援は続けられます。"),
            entry("applicationWithdrawn", "「取下げの気持ちを確かめる」タスクができます。確かめるまで、終結にはなりません。"),
            entry("welfareStarted", "「保護開始後の支援を見直す」タスクができます。いまの手続は、それが済むまで続きます。"),
            entry("evaluationNeeded", "支援の実施から評価へ進み、「評価シートを作る」タスクができます。"),
            entry("planChangeNeeded", "支援の実施からアセスメントへ戻り、プランを作り直します。本人の同意、支援調整会議、区の決定を経ます。"),
            entry("workerChanged", "ケースと、いまの担当が持っているタスクが、すべて新しい担当に移ります。「担当の変更を本人に伝える」タスクができます。"),
            entry("personDied", "進行中の手続が直ちに止まり、元には戻せません。主任に「死亡後の整理をする」タスクができます。福祉事務所・他機関へのつなぎと緊急支援は止まりません。"));

    private static final Map<String, String> CONFIRMATIONS = Map.of(
            "personDied", "亡くなったことを、確かな知らせで確かめました。進行中の手続が止まることを承知しています。",
            "applicationWithdrawn", "本人が自分の意思で取り下げたいと申し出たことを確かめました。",
            "consentWithdrawn", "本人の申し出であることと、情報提供が直ちに止まることを確かめました。");

    /** One sentence: what the report sets going. */
    String consequence(String message) {
        return CONSEQUENCES.get(message);
    }

    /** What whoever reports has to confirm first; null if nothing. */
    String confirmation(String message) {
        return CONFIRMATIONS.get(message);
    }

    /** True if it cannot simply be undone. */
    boolean isGrave(String message) {
        return CONFIRMATIONS.containsKey(message);
    }
}
