package jp.tsunagu.access.log;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds of acts in the access log, a closed list, and the words that acts of each kind are recorded with. A new word is a
 * line that somebody adds here: what is recorded under a word nobody knows could not be found again.
 */
public enum ActKind {
    VIEW("閲覧", "閲覧", "連絡先の閲覧", "連絡先を開く", "理由を述べて閲覧", "アクセス記録の検証"),
    LIST("一覧", "台帳表示", "期限見込み表示", "滞留一覧表示", "タスク一覧表示", "通知一覧表示"),
    SEARCH("検索", "台帳検索", "アクセス記録の検索"),
    PRINT("印刷", "印刷"),
    EXPORT("書き出し", "書き出し", "開示請求の書き出し"),
    RECORD("記録", "記録", "添付", "担当の引継ぎ", "滞留への対応", "会議の議題", "閲覧の確認", "閲覧への異議"),
    CORRECTION("訂正", "訂正", "取消", "名寄せ", "名寄せの取り消し"),
    DISCLOSURE("提供", "提供", "会議資料", "提供の記録"),
    RESTRICTION("制限", "制限ケースの設定", "制限ケースの指定", "制限ケースの指定解除", "制限解除の提案", "制限解除の提案の取下げ", "制限ケースの解除", "支援措置の期限"),
    DISPOSAL("廃棄", "廃棄の提案", "消去請求の提案", "廃棄の承認", "廃棄の取りやめ", "廃棄の停止", "廃棄の停止の解除", "廃棄"),
    ACCOUNT("利用者", "利用者の登録", "利用者の変更", "初回パスワード"),
    LOGIN("ログイン", "ログイン", "ログアウト", "ログイン失敗");

    private static final Map<String, ActKind> BY_WORD = new TreeMap<>();

    static {
        for (ActKind kind : values()) {
            kind.words.forEach(word -> BY_WORD.put(word, kind));
        }
    }

    private final String label;
    private final List<String> words;

    ActKind(String label, String... words) {
        this.label = label;
        this.words = List.of(words);
    }

    /** In Japanese, as it is stored and shown. */
    public String label() {
        return label;
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if the word is in no kind's list
     */
    public static ActKind of(String word) {
        ActKind kind = BY_WORD.get(word);
        if (kind == null) {
            throw new IllegalArgumentException("アクセス記録の種類の一覧（ActKind）にない言葉です: " + word);
        }
        return kind;
    }

    /** The labels of all kinds, in the order of the list. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(ActKind::label).toList();
    }
}
