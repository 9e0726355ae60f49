package jp.tsunagu.procedure.compare;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.compare.FileComparison.State;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Two procedures side by side, or three where an upgrade and the ward both changed the same one. */
@Controller
class ComparePage {

    static final String ADDRESS = "/procedures/compare";

    private final Editions editions;
    private final Members members;

    ComparePage(Editions editions, Members members) {
        this.editions = editions;
        this.members = members;
    }

    /** A file in the list. */
    record Line(String file, String kind, String title, State state, int count) {}

    @GetMapping(ADDRESS)
    ModelAndView show(@RequestParam Map<String, String> asked, Principal person) {
        Administrator.of(person.getName(), members.groupsOf(person.getName()));
        String before = given(asked, "before").orElseGet(editions::current);
        String after = given(asked, "after").orElseGet(editions::latest);
        Optional<String> base = given(asked, "base");
        ModelAndView page = new ModelAndView("procedure/compare")
                .addObject("editions", editions.all())
                .addObject("before", before)
                .addObject("after", after)
                .addObject("base", base.orElse(""));
        ProcedureFiles earlier = editions.files(before);
        ProcedureFiles later = editions.files(after);
        FileTitles titles = FileTitles.of(earlier, later);
        if (base.isPresent()) {
            return page.addObject("three", ThreeWay.of(editions.files(base.get()), earlier, later))
                    .addObject("titles", titles);
        }
        Comparison comparison = Comparison.of(earlier, later);
        return page.addObject("comparison", comparison)
                .addObject("lines", lines(comparison, titles))
                .addObject(
                        "chosen",
                        chosen(asked, comparison)
                                .map(file -> ComparedFile.of(file, earlier, later))
                                .orElse(null));
    }

    private static Optional<String> given(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).filter(value -> !value.isBlank());
    }

    private static List<Line> lines(Comparison comparison, FileTitles titles) {
        return comparison.files().stream()
                .map(file -> new Line(
                        file.file(),
                        titles.kind(file.file()),
                        titles.title(file.file()),
                        file.state(),
                        file.changes().size()))
                .toList();
    }

    /** Nobody asked for one: the first that changes. */
    private static Optional<FileComparison> chosen(Map<String, String> asked, Comparison comparison) {
        Optional<String> name = given(asked, "file");
        if (name.isEmpty()) {
            return comparison.thatMatter().stream().findFirst();
        }
        return Optional.of(comparison
                .file(name.get())
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "ファイル「" + name.get() + "」は、どちらの手続にもありません。")));
    }
}
