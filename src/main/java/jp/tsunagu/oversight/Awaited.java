package jp.tsunagu.oversight;

import java.util.Arrays;
import java.util.Optional;

/**
 * For whom a case waits in a step, and for what.
 *
 * @param matter in Japanese
 */
record Awaited(Party party, String matter) {

    /** As decision table {@code waitingFor} calls them. */
    enum Party {
        STAFF("staff", "センター"),
        WARD("ward", "区"),
        WELFARE_OFFICE("welfareOffice", "福祉事務所"),
        OTHER_AGENCY("otherAgency", "他機関"),
        PERSON("person", "本人"),
        CONFERENCE("conference", "会議の日"),
        FAILED_JOB("failedJob", "失敗した処理");

        private final String key;
        private final String label;

        Party(String key, String label) {
            this.key = key;
            this.label = label;
        }

        /** As an administrator may have written it; whatever is none of them is the staff's. */
        static Party of(String key) {
            return find(key).orElse(STAFF);
        }

        static boolean isKnown(String key) {
            return find(key).isPresent();
        }

        private static Optional<Party> find(String key) {
            return Arrays.stream(values())
                    .filter(party -> party.key.equals(key))
                    .findFirst();
        }

        public String label() {
            return label;
        }
    }
}
