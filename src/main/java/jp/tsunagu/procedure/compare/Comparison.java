package jp.tsunagu.procedure.compare;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;

/** What an administrator is told of the difference between two procedures, file by file. */
public record Comparison(List<FileComparison> files) {

    public Comparison {
        files = List.copyOf(files);
    }

    /** Any content is borne: a file that cannot be read is told as such. */
    public static Comparison of(ProcedureFiles before, ProcedureFiles after) {
        Words words = Words.of(before, after);
        TreeSet<String> names = new TreeSet<>(before.contents().keySet());
        names.addAll(after.contents().keySet());
        return new Comparison(names.stream()
                .map(name -> FileComparison.of(
                        name, before.contents().get(name), after.contents().get(name), words))
                .toList());
    }

    public Optional<FileComparison> file(String name) {
        return files.stream().filter(file -> file.file().equals(name)).findFirst();
    }

    /** The files by which anything of the procedure changes. */
    public List<FileComparison> thatMatter() {
        return files.stream().filter(FileComparison::matters).toList();
    }

    /** Every difference, with files that come or go as one each. */
    public int count() {
        return thatMatter().stream()
                .mapToInt(file -> Math.max(1, file.changes().size()))
                .sum();
    }

    public Stream<Change> changes() {
        return files.stream().flatMap(file -> file.changes().stream());
    }
}
