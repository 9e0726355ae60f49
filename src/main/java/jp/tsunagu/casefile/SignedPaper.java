package jp.tsunagu.casefile;

import java.util.Arrays;
import java.util.Optional;

/** The papers that people sign and of which the signed copy is kept (要領 様式; I-06). */
public enum SignedPaper {
    APPLICATION("第1号様式 相談申込・受付票"),
    PLAN("第4号様式 プラン兼サービス利用申込書"),
    EVALUATION("第5号様式 評価シート"),
    SUPPORT_NOTICE("第6号様式 支援提供（変更）通知書の受領書"),
    CONSENT("個人情報の共有同意書"),
    CONSENT_WITHDRAWAL("同意撤回届"),
    REFERRAL_RECEIPT("つなぎ票の受領確認"),
    EVIDENCE("収入・資産などの証明書類"),
    OTHER("その他の書類");

    private final String label;

    SignedPaper(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<SignedPaper> of(String name) {
        return Arrays.stream(values())
                .filter(paper -> paper.name().equals(name))
                .findFirst();
    }
}
