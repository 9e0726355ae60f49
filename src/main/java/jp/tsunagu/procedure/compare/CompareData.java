package jp.tsunagu.procedure.compare;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.ProcedureFiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The comparison for the page's pictures and for other programs. */
@RestController
class CompareData {

    /** Plain text: what somebody put into a file is never run by a browser that opens it. */
    private static final MediaType DIAGRAM = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Editions editions;
    private final Members members;

    CompareData(Editions editions, Members members) {
        this.editions = editions;
        this.members = members;
    }

    /** The whole, or one file of it. */
    record Compared(String before, String after, int count, List<FileComparison> files) {}

    /** What each side has changed of a common base. */
    record ComparedThreeWays(String base, String ours, String theirs, List<ThreeWay.File> files) {}

    @GetMapping(value = "/api" + ComparePage.ADDRESS, params = "!base")
    Compared compare(
            @RequestParam String before,
            @RequestParam String after,
            @RequestParam(required = false) String file,
            Principal person) {
        permit(person);
        Comparison comparison = Comparison.of(editions.files(before), editions.files(after));
        List<FileComparison> files = comparison.files().stream()
                .filter(one -> file == null
                        ? one.state() != FileComparison.State.SAME
                        : one.file().equals(file))
                .toList();
        return new Compared(before, after, comparison.count(), files);
    }

    @GetMapping(value = "/api" + ComparePage.ADDRESS, params = "base")
    ComparedThreeWays threeWays(
            @RequestParam String base, @RequestParam String before, @RequestParam String after, Principal person) {
        permit(person);
        ThreeWay three = ThreeWay.of(editions.files(base), editions.files(before), editions.files(after));
        return new ComparedThreeWays(base, before, after, three.files());
    }

    /** A diagram of one side, to be drawn. */
    @GetMapping("/api" + ComparePage.ADDRESS + "/diagram")
    ResponseEntity<byte[]> diagram(@RequestParam String of, @RequestParam String file, Principal person) {
        permit(person);
        ProcedureFiles files = editions.files(of);
        byte[] content = file.endsWith(".bpmn") ? files.contents().get(file) : null;
        if (content == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "この手続に、図「" + file + "」はありません。");
        }
        return ResponseEntity.ok().contentType(DIAGRAM).body(content);
    }

    private void permit(Principal person) {
        Administrator.of(person.getName(), members.groupsOf(person.getName()));
    }
}
