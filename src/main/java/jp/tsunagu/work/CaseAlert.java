package jp.tsunagu.work;

import java.util.Locale;

/** What can be wrong with a case as a whole, in the words of the list for 主任. */
public enum CaseAlert {
    NO_WORKER("担当者のいないケースでした。示した人が引き継ぎます。"),
    WORKER_GONE("担当者が利用者または係から外れました。示した人が引き継ぎます。"),
    TASK_OF_NOBODY("タスクの担当者が利用者または係から外れました。係のタスクに戻しました。"),
    NO_NEXT_DATE("次の期日がありません。"),
    NO_PROCESS("手続が動いていません。"),
    LEFT_OVER("終結したケースに、終わっていない手順があります。"),
    FAILED_JOB("自動の処理が止まっています。"),
    LETTER_LATE("決定の通知が、期限までに送られていません。"),
    LETTER_RETURNED("通知が返戻になりました。届け直す方法を決めてください。"),
    MAIL_FAILED("お知らせのメールを送れませんでした。"),
    LOG_UNSEALED("アクセス記録の封印が止まっています。");

    private final String label;

    CaseAlert(String label) {
        this.label = label;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CaseAlert of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    public String label() {
        return label;
    }
}
