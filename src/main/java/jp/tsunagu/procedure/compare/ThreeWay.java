package jp.tsunagu.procedure.compare;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;

/**
 * Two procedures that began from the same one: what each has changed, and where they collide. Needed when an upgrade brings a
 * newer packaged file while the ward has changed its own.
 */
public record ThreeWay(List<ThreeWay.File> files) {

    /** Both changed the same respect of the same thing, each in its own way. */
    public record Conflict(Change ours, Change theirs) {}

    /**
     * One file.
     *
     * @param wholeFile what each side does to the whole file, where they collide in that; else empty
     */
    public record File(
            String file,
            List<Change> onlyOurs,
            List<Change> onlyTheirs,
            List<Change> both,
            List<Conflict> conflicts,
            String wholeFile) {

        /** Whether somebody has to decide which of the two stands. */
        public boolean collides() {
            return !conflicts.isEmpty() || !wholeFile.isEmpty();
        }

        /** How many things are told of it. */
        public int count() {
            return onlyOurs.size() + onlyTheirs.size() + both.size() + conflicts.size() + (wholeFile.isEmpty() ? 0 : 1);
        }
    }

    public ThreeWay {
        files = List.copyOf(files);
    }

    /** Only files that at least one side has changed. */
    public static ThreeWay of(ProcedureFiles base, ProcedureFiles ours, ProcedureFiles theirs) {
        Words words = Words.of(theirs, ours);
        TreeSet<String> names = new TreeSet<>(base.contents().keySet());
        names.addAll(ours.contents().keySet());
        names.addAll(theirs.contents().keySet());
        return new ThreeWay(names.stream()
                .map(name -> file(
                        name,
                        base.contents().get(name),
                        ours.contents().get(name),
                        theirs.contents().get(name),
                        words))
                .filter(file -> file.count() > 0)
                .toList());
    }

    private static File file(String name, byte[] base, byte[] ours, byte[] theirs, Words words) {
        List<Change> mine = changes(name, base, ours, words);
        List<Change> others = changes(name, base, theirs, words);
        boolean notInAll = base == null || ours == null || theirs == null;
        // two that nobody can put into words are not the same for being told alike
        boolean wordless = Stream.of(mine, others).flatMap(List::stream).allMatch(Change::isOfWholeFile);
        String whole = (notInAll || wordless) && !mine.isEmpty() && !others.isEmpty() && !Arrays.equals(ours, theirs)
                ? mine.get(0).sentence() + "／" + others.get(0).sentence()
                : "";
        if (!whole.isEmpty()) {
            return new File(name, List.of(), List.of(), List.of(), List.of(), whole);
        }
        List<Conflict> conflicts = mine.stream()
                .flatMap(change ->
                        others.stream().filter(change::collidesWith).map(other -> new Conflict(change, other)))
                .toList();
        return new File(
                name,
                free(mine, others, conflicts.stream().map(Conflict::ours)),
                free(others, mine, conflicts.stream().map(Conflict::theirs)),
                mine.stream()
                        .filter(change -> others.stream().anyMatch(change::isSame))
                        .toList(),
                conflicts,
                "");
    }

    private static List<Change> free(List<Change> some, List<Change> others, Stream<Change> colliding) {
        List<Change> taken = colliding.toList();
        return some.stream()
                .filter(change -> !taken.contains(change))
                .filter(change -> others.stream().noneMatch(change::isSame))
                .toList();
    }

    private static List<Change> changes(String name, byte[] base, byte[] other, Words words) {
        if (Arrays.equals(base, other)) {
            return List.of();
        }
        if (base == null) {
            return List.of(new Change(Change.Kind.ADDED, "", "", "ファイルが加わります", "", name));
        }
        if (other == null) {
            return List.of(new Change(Change.Kind.REMOVED, "", "", "ファイルがなくなります", name, ""));
        }
        return FileComparison.of(name, base, other, words).changes();
    }
}
