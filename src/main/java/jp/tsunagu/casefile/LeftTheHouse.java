package jp.tsunagu.casefile;

import java.util.Optional;

/**
 * Something that left the house (a letter, a disclosure, a paper in the person's hand) cannot be taken back with the step
 * before it. A room that lets something out says so by a bean of this type; 訂正 asks all of them.
 */
@FunctionalInterface
public interface LeftTheHouse {

    /** What has left after this step, in Japanese («支援決定通知書を送付しました»); empty if nothing has. */
    Optional<String> since(String caseNumber, DoneStep step);
}
