package jp.tsunagu.casefile.crypt;

/** Something that is searched by keyed hashes, which a new key makes anew. */
@FunctionalInterface
public interface IndexRebuild {

    /**
     * Makes some of it anew, in the transaction of the caller.
     *
     * @return how many rows; 0 if there are no more
     */
    int rebuildSome();
}
