package jp.tsunagu.disposal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.document.OfficePapers;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** 廃棄証明 as a paper. */
@Component
class CertificatePaper {

    private static final String TEMPLATE = "jp/tsunagu/disposal/certificate.html";

    private final OfficePapers papers;
    private final Members members;

    CertificatePaper(OfficePapers papers, Members members) {
        this.papers = papers;
        this.members = members;
    }

    byte[] pdf(Certificate of) {
        return papers.pdf(
                TEMPLATE,
                Map.ofEntries(
                        Map.entry("caseNumber", of.caseNumber()),
                        Map.entry("ground", of.ground().words()),
                        Map.entry("closedOn", Wareki.format(of.closedOn())),
                        Map.entry("keptUntil", Wareki.format(of.keptUntil())),
                        Map.entry("proposedBy", members.nameOf(of.proposedBy())),
                        Map.entry("proposedOn", day(of.proposedAt())),
                        Map.entry("approvedBy", members.nameOf(of.approvedBy())),
                        Map.entry("approvedOn", day(of.approvedAt())),
                        Map.entry("erasedOn", day(of.erasedAt())),
                        Map.entry("afterRestore", of.afterRestore()),
                        Map.entry("id", of.disposalId().toString()),
                        Map.entry("rows", rows(of)),
                        Map.entry(
                                "total",
                                of.erased().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())));
    }

    private static List<Map<String, Object>> rows(Certificate of) {
        return of.erased().entrySet().stream()
                .map(row -> Map.<String, Object>of("what", row.getKey(), "count", row.getValue()))
                .toList();
    }

    private static String day(OffsetDateTime at) {
        LocalDate day = at.atZoneSameInstant(WorkingDays.TOKYO).toLocalDate();
        return Wareki.format(day);
    }
}
