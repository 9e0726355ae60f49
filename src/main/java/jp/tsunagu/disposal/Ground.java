package jp.tsunagu.disposal;

import java.util.Arrays;
import java.util.List;

/**
 * Why a case may be disposed of. Before its time is over only where the law gives the person a right to it: 個人情報の保護に関する法律
 * 第98条第1項第1号, since 2023-04-01 for municipalities too; 第100条 obliges to erase what is found to be so, as far as the work of the
 * office is not gravely hindered. 第98条第1項第2号 (外部への提供) ends the giving, not the keeping: it is no ground here.
 */
enum Ground {
    RETENTION_ENDED("保存期間の満了", ""),
    KEPT_BEYOND_PURPOSE("利用目的の達成に必要な範囲を超えて保有している", "第98条第1項第1号、第61条第2項"),
    USED_IMPROPERLY("違法・不当な行為を助長するおそれのある方法で利用している", "第98条第1項第1号、第63条"),
    OBTAINED_UNLAWFULLY("偽りその他不正の手段で取得した", "第98条第1項第1号、第64条"),
    USED_BEYOND_PURPOSE("法の定めなく目的外に利用している", "第98条第1項第1号、第69条第1項・第2項");

    private final String label;
    private final String clause;

    Ground(String label, String clause) {
        this.label = label;
        this.clause = clause;
    }

    public String label() {
        return label;
    }

    /** Of 個人情報の保護に関する法律; empty where it is the municipality's own rule. */
    public String clause() {
        return clause;
    }

    public String code() {
        return name();
    }

    public String words() {
        return clause.isEmpty() ? label : label + "（個人情報保護法 " + clause + "）";
    }

    static List<Ground> ofRequests() {
        return Arrays.stream(values())
                .filter(ground -> ground != RETENTION_ENDED)
                .toList();
    }
}
