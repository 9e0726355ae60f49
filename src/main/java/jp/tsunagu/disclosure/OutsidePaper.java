package jp.tsunagu.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Prints papers that leave the house. Whoever asks for one has recorded the disclosure in the same transaction. */
public interface OutsidePaper {

    /** Of these papers those there are, with their titles. */
    List<Title> titles(Collection<String> papers);

    /** A paper and what it is called. */
    record Title(String key, String title) {}

    /**
     * The paper as PDF.
     *
     * @param field which fields of the forms may be read; all others are printed as withheld
     * @return empty if there is no such paper
     */
    Optional<byte[]> print(String paper, String caseNumber, Predicate<String> field);
}
