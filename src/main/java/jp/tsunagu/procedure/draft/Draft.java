package jp.tsunagu.procedure.draft;

import java.time.OffsetDateTime;

/**
 * 改定案: a change to the procedure, before it is published.
 *
 * @param title what it is about
 * @param reason why the procedure is to change
 * @param baseSet the procedure set it began from
 * @param createdBy whose change it is; the same person never approves it
 */
public record Draft(
        int id, String title, String reason, int baseSet, State state, String createdBy, OffsetDateTime createdAt) {

    /** How far it has come. */
    public enum State {
        /** 編集中 */
        EDITING,
        /** 承認待ち: nothing of it changes any more. */
        PROPOSED,
        /** 施行待ち */
        APPROVED,
        /** 公開済み */
        PUBLISHED,
        /** 取下げ */
        WITHDRAWN
    }
}
