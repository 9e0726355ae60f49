package jp.tsunagu.ledger;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.casefile.SamePerson;
import jp.tsunagu.engine.Members;
import jp.tsunagu.ledger.OwnData.Chapter;
import jp.tsunagu.ledger.OwnData.Passage;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 本人からの開示請求: 主任 or the ward's officer looks through everything, marks what is not the person's to see, and takes the file. */
@Controller
@RequestMapping("/cases/{caseNumber}/own-data")
public class OwnDataPage {

    private static final String PART = "own-data";
    private static final String EXPORTED = "開示請求の書き出し";

    private final CaseGate gate;
    private final OwnData data;
    private final OwnDataFile file;
    private final SamePerson persons;
    private final RestrictedCases restricted;
    private final Members members;
    private final WorkingDays workingDays;

    OwnDataPage(
            CaseGate gate,
            OwnData data,
            OwnDataFile file,
            SamePerson persons,
            RestrictedCases restricted,
            Members members,
            WorkingDays workingDays) {
        this.gate = gate;
        this.data = data;
        this.file = file;
        this.persons = persons;
        this.restricted = restricted;
        this.members = members;
        this.workingDays = workingDays;
    }

    @GetMapping
    @Transactional
    public String show(@PathVariable String caseNumber, Principal person, Model model) {
        check(person, caseNumber);
        Head head = gate.open(person.getName(), caseNumber, "閲覧", PART);
        model.addAttribute("number", head.number());
        model.addAttribute("name", head.name() == null ? "（匿名）" : head.name());
        model.addAttribute("restricted", head.contactRestricted());
        model.addAttribute(
                "otherCases",
                persons.others(person.getName(), caseNumber).stream()
                        .map(SamePerson.CaseOfPerson::number)
                        .toList());
        model.addAttribute("chapters", data.of(head, person.getName()));
        model.addAttribute("papers", file.printable(caseNumber, Set.of()));
        return "own-data";
    }

    /**
     * The file.
     *
     * @param keptBack the passages that the person does not get
     * @param paper the papers that go along
     */
    @PostMapping
    @Transactional
    public ResponseEntity<byte[]> export(
            @PathVariable String caseNumber,
            @RequestParam(name = "mask", defaultValue = "") List<String> keptBack,
            @RequestParam(name = "paper", defaultValue = "") List<String> paper,
            Principal person) {
        check(person, caseNumber);
        Head head = gate.open(person.getName(), caseNumber, EXPORTED, PART, keptBack.isEmpty() ? "全部の開示" : "一部の開示");
        List<Chapter> chapters = data.of(head, person.getName());
        Set<String> masked = new TreeSet<>(keptBack);
        Set<String> known = OwnData.passages(chapters).map(Passage::id).collect(Collectors.toSet());
        if (!known.containsAll(masked)) {
            // something was corrected meanwhile: what was marked must not slip through under another name
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "画面を開いている間に、このケースの記録が変わりました。画面を開き直して、伏せる部分をもう一度選んでください。");
        }
        if (restricted.hidesPlaces(person.getName(), caseNumber)) {
            // a picture of a paper cannot be masked
            known.stream().filter(id -> id.startsWith(OwnData.SCAN)).forEach(masked::add);
        }
        byte[] zip = file.zip(head, chapters, masked, new TreeSet<>(paper), workingDays.today());
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("kaiji_" + caseNumber + "_" + workingDays.today() + ".zip")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(zip);
    }

    private void check(Principal person, String caseNumber) {
        gate.checkForWork(person.getName(), caseNumber);
        if (!OwnDataLink.isFor(members.groupsOf(person.getName()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "開示請求の書き出しは、主任相談支援員か区の担当者だけができます。");
        }
    }
}
