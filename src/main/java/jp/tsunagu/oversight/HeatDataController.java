package jp.tsunagu.oversight;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.engine.Diagrams;
import jp.tsunagu.oversight.ProcessDiagrams.Diagram;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The heat for the page's diagram and for other programs. */
@RestController
class HeatDataController {

    private static final MediaType DIAGRAM = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private final HeatBook book;
    private final FreshCounts fresh;
    private final ProcessDiagrams processes;
    private final Diagrams diagrams;
    private final Overseers overseers;

    HeatDataController(
            HeatBook book, FreshCounts fresh, ProcessDiagrams processes, Diagrams diagrams, Overseers overseers) {
        this.book = book;
        this.fresh = fresh;
        this.processes = processes;
        this.diagrams = diagrams;
        this.overseers = overseers;
    }

    /** A measure as other programs get to know it. */
    record Kind(String key, String label, String explanation) {}

    /**
     * All measures of one process.
     *
     * @param exact false where small numbers are kept back
     */
    record Heat(boolean exact, String asOf, Map<String, String> filter, List<Kind> measures, HeatOfProcess heat) {}

    @GetMapping("/api/oversight/heat")
    Heat heat(@RequestParam Map<String, String> asked, Principal person) {
        Overseer overseer = overseers.of(person);
        HeatFilter filter = book.filter(overseer, asked);
        String asOf = fresh.bring();
        return new Heat(
                overseer.seesCases(),
                asOf,
                filter.address(),
                Stream.of(Measure.values())
                        .map(measure -> new Kind(measure.key(), measure.label(), measure.explanation()))
                        .toList(),
                book.process(overseer, filter, asked.getOrDefault("process", HeatBook.USUAL_PROCESS)));
    }

    /** The diagram that the heat is drawn on: the newest, or the version asked for. */
    @GetMapping("/api/oversight/diagram")
    ResponseEntity<String> diagram(
            @RequestParam String process, @RequestParam(required = false) String version, Principal person) {
        overseers.of(person);
        Diagram of = version != null && version.matches("\\d{1,6}")
                ? processes.version(process, Integer.parseInt(version)).orElse(null)
                : processes.newest().get(process);
        if (of == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "この手続の図はありません。");
        }
        return ResponseEntity.ok().contentType(DIAGRAM).body(diagrams.xml(of.definitionId()));
    }
}
