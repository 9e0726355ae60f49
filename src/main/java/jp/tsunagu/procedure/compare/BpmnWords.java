package jp.tsunagu.procedure.compare;

import static java.util.Map.entry;

import java.util.Map;

/** What administrators call the things in a diagram and what they say of themselves. */
final class BpmnWords {

    private static final Map<String, String> NOUNS = Map.ofEntries(
            entry("userTask", "手順"),
            entry("task", "手順（種類なし）"),
            entry("manualTask", "手作業"),
            entry("serviceTask", "自動の処理"),
            entry("sendTask", "送信の処理"),
            entry("receiveTask", "受信待ち"),
            entry("scriptTask", "スクリプト"),
            entry("businessRuleTask", "判定表の適用"),
            entry("callActivity", "別の手続の呼出し"),
            entry("exclusiveGateway", "分岐（どれか一つ）"),
            entry("inclusiveGateway", "分岐（当てはまるものすべて）"),
            entry("parallelGateway", "並行の分岐"),
            entry("eventBasedGateway", "先に起きたことへ進む分岐"),
            entry("complexGateway", "複雑な分岐"),
            entry("startEvent", "開始"),
            entry("endEvent", "終了"),
            entry("intermediateCatchEvent", "待ち"),
            entry("intermediateThrowEvent", "途中のイベント"),
            entry("boundaryEvent", "手順の縁のイベント"),
            entry("subProcess", "内側の手続"),
            entry("transaction", "内側の手続（取引）"),
            entry("adHocSubProcess", "内側の手続（順不同）"),
            entry("process", "手続"),
            entry("sequenceFlow", "矢印"),
            entry("messageFlow", "点線の矢印"),
            entry("association", "注釈の線"),
            entry("textAnnotation", "注釈"),
            entry("lane", "担当の欄"),
            entry("participant", "枠"),
            entry("collaboration", "全体の枠組み"),
            entry("definitions", "図のファイル"),
            entry("message", "メッセージ"),
            entry("signal", "シグナル"),
            entry("error", "エラー"),
            entry("escalation", "上への報告"),
            entry("dataObject", "データ"),
            entry("dataObjectReference", "データ"),
            entry("dataStoreReference", "保管場所"),
            entry("group", "囲み"));

    private static final Map<String, String> LABELS = Map.ofEntries(
            entry("name", "名前"),
            entry("kind", "種類"),
            entry("documentation", "説明"),
            entry("camunda:candidateGroups", "担当"),
            entry("camunda:candidateUsers", "担当者（個人）"),
            entry("camunda:assignee", "担当者（個人）"),
            entry("camunda:formRef", "入力フォーム"),
            entry("camunda:formRefBinding", "入力フォームの版の決め方"),
            entry("camunda:dueDate", "期限"),
            entry("camunda:followUpDate", "次の確認日"),
            entry("camunda:priority", "優先度"),
            entry("camunda:delegateExpression", "プログラムの処理"),
            entry("camunda:expression", "プログラムの処理（式）"),
            entry("camunda:class", "プログラムの処理"),
            entry("camunda:decisionRef", "判定表"),
            entry("camunda:decisionRefBinding", "判定表の版の決め方"),
            entry("camunda:mapDecisionResult", "判定表の結果の受け取り方"),
            entry("camunda:resultVariable", "結果を入れる変数"),
            entry("camunda:calledElementBinding", "呼び出す手続の版の決め方"),
            entry("camunda:historyTimeToLive", "履歴の保存期間"),
            entry("camunda:versionTag", "版の名札"),
            entry("camunda:isStartableInTasklist", "タスクリストから始められるか"),
            entry("camunda:asyncBefore", "始める前に区切るか"),
            entry("camunda:asyncAfter", "終えた後に区切るか"),
            entry("calledElement", "呼び出す手続"),
            entry("default", "どれにも当てはまらないときの矢印"),
            entry("sourceRef", "出発点"),
            entry("targetRef", "行き先"),
            entry("attachedToRef", "付いている手順"),
            entry("cancelActivity", "手順を打ち切るか"),
            entry("isInterrupting", "ほかを打ち切るか"),
            entry("triggeredByEvent", "出来事で始まるか"),
            entry("isExecutable", "実行するか"),
            entry("processRef", "枠の中の手続"),
            entry("conditionExpression", "条件"),
            entry("event", "きっかけ"),
            entry("event/timeDate", "タイマーの日時"),
            entry("event/timeDuration", "タイマーの長さ"),
            entry("event/timeCycle", "タイマーの繰返し"),
            entry("event/messageRef", "メッセージ"),
            entry("event/signalRef", "シグナル"),
            entry("event/errorRef", "エラー"),
            entry("event/escalationRef", "上への報告"),
            entry("event/name", "リンクの名前"),
            entry("event/condition", "起きる条件"),
            entry("event/camunda:variableName", "見張る変数"),
            entry("multiInstanceLoopCharacteristics", "繰返し"),
            entry("standardLoopCharacteristics", "繰返し"),
            entry("expressionLanguage", "式の書き方"),
            entry("text", "文章"));

    private static final Map<String, String> TRIGGERS = Map.of(
            "timerEventDefinition", "時間（タイマー）",
            "messageEventDefinition", "メッセージ",
            "signalEventDefinition", "シグナル",
            "errorEventDefinition", "エラー",
            "escalationEventDefinition", "上への報告",
            "conditionalEventDefinition", "条件の成立",
            "linkEventDefinition", "リンク",
            "terminateEventDefinition", "すべての打切り",
            "compensateEventDefinition", "取消し",
            "cancelEventDefinition", "中止");

    static final String OTHER = "その他の設定";

    private BpmnWords() {}

    static String noun(String kind) {
        return NOUNS.getOrDefault(kind, "その他の要素");
    }

    /** What nobody has a word for is a setting of tools: its value tells it from others. */
    static String label(String property) {
        String label = LABELS.get(property);
        return label != null ? label : OTHER;
    }

    static String trigger(String definition) {
        return TRIGGERS.getOrDefault(definition, "その他のきっかけ");
    }
}
