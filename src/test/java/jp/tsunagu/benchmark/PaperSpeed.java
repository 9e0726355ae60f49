package jp.tsunagu.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.document.CasePaper;
import jp.tsunagu.document.Papers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long a paper takes from the case file to the finished PDF, and how large it is: every paper of one case that went its whole way. */
final class PaperSpeed {

    /** Rounds before those that count: the JVM compiles the layout meanwhile. */
    private static final int WARMING = 10;

    private static final int TIMES = 25;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Papers papers;
    private final String caseNumber;

    PaperSpeed(Tsunagu tsunagu) {
        new Recorder(tsunagu).record(Walk.withPlan());
        tsunagu.asNobody();
        papers = tsunagu.bean(Papers.class);
        caseNumber = new JdbcTemplate(tsunagu.database())
                .queryForObject("select case_number from support_case limit 1", String.class);
    }

    /**
     * One paper.
     *
     * @param milliseconds median
     * @param processor what the calling thread really calculated: the part that a busy machine does not blur
     */
    record Printed(String title, int pages, double milliseconds, double processor, double slowest, int bytes) {}

    List<Printed> measure() throws IOException {
        List<CasePaper> all = papers.of(caseNumber);
        for (int i = 0; i < WARMING; i++) {
            all.forEach(paper -> print(paper.paper()));
        }
        List<Printed> measured = new ArrayList<>();
        for (CasePaper paper : all) {
            measured.add(measure(paper));
        }
        return measured;
    }

    private Printed measure(CasePaper paper) throws IOException {
        List<Double> times = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        byte[] pdf = {};
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            long calculated = THREADS.getCurrentThreadCpuTime();
            pdf = print(paper.paper());
            processor.add((THREADS.getCurrentThreadCpuTime() - calculated) / 1e6);
            times.add((System.nanoTime() - before) / 1e6);
        }
        double slowest = times.stream().max(Double::compare).orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new Printed(
                    paper.title(),
                    document.getNumberOfPages(),
                    TaskList.median(times),
                    TaskList.median(processor),
                    slowest,
                    pdf.length);
        }
    }

    private byte[] print(String paper) {
        return papers.ofCase(paper, caseNumber, null, "saeki").orElseThrow().pdf();
    }
}
