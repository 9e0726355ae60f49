package jp.tsunagu.casefile;

/** A further reason for which somebody may read a case for a while, known to a room above: a letter that they have in hand. */
public interface ReadingGround {

    boolean holds(String user, String caseNumber);
}
