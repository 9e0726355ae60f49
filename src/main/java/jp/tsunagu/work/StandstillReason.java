package jp.tsunagu.work;

import java.util.Arrays;
import java.util.Optional;

/** Why a case stands still, as staff say it: a closed list, because what is said of a person belongs into the progress record. */
public enum StandstillReason {
    PERSON_UNAVAILABLE("personUnavailable", "本人の都合・返事を待っている"),
    CONTACT_LOST("contactLost", "本人と連絡がつかない"),
    DOCUMENTS("documents", "書類がそろわない"),
    AGENCY_REPLY("agencyReply", "関係機関の返事を待っている"),
    WELFARE_OFFICE_REPLY("welfareOfficeReply", "福祉事務所の返事を待っている"),
    WARD_REPLY("wardReply", "区の確認・決裁を待っている"),
    CONFERENCE("conference", "会議の日を待っている"),
    WORKER_ABSENT("workerAbsent", "担当者が不在"),
    WORKLOAD("workload", "担当者の仕事が多い"),
    OTHER("other", "その他（支援経過に記録）");

    private final String key;
    private final String label;

    StandstillReason(String key, String label) {
        this.key = key;
        this.label = label;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Empty for whatever is not in the list. */
    public static Optional<StandstillReason> of(String key) {
        return Arrays.stream(values()).filter(reason -> reason.key.equals(key)).findFirst();
    }
}
