package jp.tsunagu.procedure.publish;

import java.time.OffsetDateTime;

/**
 * Something that was done with a 改定案.
 *
 * @param person who; null if the day came, or the product brought it
 * @param reason why, where somebody had to say so
 */
public record Act(Kind kind, String person, OffsetDateTime at, String reason) {

    /** What can be done. */
    public enum Kind {
        OPENED("製品の更新として開いた"),
        PROPOSED("承認を求めた"),
        APPROVED("承認した"),
        RETURNED("差し戻した"),
        TAKEN_BACK("編集に戻した"),
        WITHDRAWN("改定案を取り下げた"),
        STOPPED("施行できず、編集に戻した"),
        PUBLISHED("施行した"),
        TRIED_AGAIN("移せなかったケースをもう一度移した"),
        ROLLED_BACK("施行を取り消し、前の手続に戻した");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
