package jp.tsunagu.notice.mail;

import java.util.UUID;

/**
 * A mail that this node has in hand.
 *
 * @param messageId the same for every try
 * @param claim proof that nobody else has taken it over meanwhile
 * @param attempts with this one
 */
record Mail(UUID id, UUID claim, String messageId, String account, String caseNumber, int attempts) {

    /** What became of a try. */
    enum Result {
        /** The server has it. */
        ACCEPTED,
        /** The server said no, or was never reached: it certainly has not got it. */
        REFUSED,
        /** The connection broke in the middle: it may have it or not. */
        UNKNOWN
    }
}
