package jp.tsunagu.procedure.check.course;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By which branch of which fork a token came. Two tokens that came by different branches of the same fork and meet anywhere
 * but at a joining gateway are one too many.
 */
final class Tags {

    static final Tags NONE = new Tags(new TreeMap<>());

    private final SortedMap<Integer, Integer> branches;
    private final int hash;

    private Tags(SortedMap<Integer, Integer> branches) {
        this.branches = branches;
        this.hash = branches.hashCode();
    }

    /** Index of the forking node → number of the branch. */
    SortedMap<Integer, Integer> branches() {
        return branches;
    }

    Tags with(Node fork, int branch) {
        SortedMap<Integer, Integer> more = new TreeMap<>(branches);
        more.put(fork.index, branch);
        return new Tags(more);
    }

    boolean parted(Tags other) {
        for (Map.Entry<Integer, Integer> one : branches.entrySet()) {
            Integer branch = other.branches.get(one.getKey());
            if (branch != null && !branch.equals(one.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** What is left of two when they have become one: a fork that they came from by different branches is joined. */
    Tags joined(Tags other) {
        SortedMap<Integer, Integer> both = new TreeMap<>(branches);
        other.branches.forEach((fork, branch) -> both.merge(fork, branch, (one, two) -> one.equals(two) ? one : null));
        return both.isEmpty() ? NONE : new Tags(both);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Tags tags && hash == tags.hash && branches.equals(tags.branches);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
