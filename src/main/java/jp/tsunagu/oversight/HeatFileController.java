package jp.tsunagu.oversight;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.function.Function;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.calendar.WorkingDays;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The table of the page as a file; the filter stands on top of it. */
@Controller
class HeatFileController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType EXCEL =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final HeatBook book;
    private final HeatChoices choices;
    private final FreshCounts fresh;
    private final WorkingDays workingDays;
    private final Overseers overseers;
    private final AccessLog log;

    HeatFileController(
            HeatBook book,
            HeatChoices choices,
            FreshCounts fresh,
            WorkingDays workingDays,
            Overseers overseers,
            AccessLog log) {
        this.book = book;
        this.choices = choices;
        this.fresh = fresh;
        this.workingDays = workingDays;
        this.overseers = overseers;
        this.log = log;
    }

    @GetMapping(OversightEntry.ADDRESS + "/heat.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> asked, Principal person) {
        return file(asked, person, CSV, ".csv", HeatFiles::csv);
    }

    @GetMapping(OversightEntry.ADDRESS + "/heat.xlsx")
    ResponseEntity<byte[]> excel(@RequestParam Map<String, String> asked, Principal person) {
        return file(asked, person, EXCEL, ".xlsx", HeatFiles::excel);
    }

    private ResponseEntity<byte[]> file(
            Map<String, String> asked,
            Principal person,
            MediaType kind,
            String ending,
            Function<HeatTable, byte[]> writer) {
        Overseer overseer = overseers.of(person);
        HeatFilter filter = book.filter(overseer, asked);
        String asOf = fresh.bring();
        HeatOfProcess heat = book.process(overseer, filter, asked.getOrDefault("process", HeatBook.USUAL_PROCESS));
        HeatTable table = HeatTable.of(heat, choices.words(filter), asOf, overseer.seesCases(), book.smallest());
        log.recordSearch(person.getName(), "書き出し", "heat" + ending, table.rows().size());
        ContentDisposition name = ContentDisposition.attachment()
                .filename("滞留の状況_" + heat.title() + "_" + workingDays.today() + ending, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(kind)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(writer.apply(table));
    }
}
