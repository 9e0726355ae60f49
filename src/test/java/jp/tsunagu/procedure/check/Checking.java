package jp.tsunagu.procedure.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.engine.DiagramParsing;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.procedure.PackagedFiles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.course.CourseCheck;
import jp.tsunagu.procedure.check.course.Courses;
import jp.tsunagu.procedure.check.law.LawCheck;
import jp.tsunagu.procedure.check.law.Obligations;
import org.camunda.bpm.engine.ProcessEngine;

/** The checks put together without the application; all tests of them share one engine for parsing. */
public final class Checking {

    public static final ProcessEngine ENGINE = PackagedFiles.engine("checks");
    public static final Obligations OBLIGATIONS = new Obligations();
    public static final Courses COURSES = new Courses(OBLIGATIONS);
    public static final CourseCheck COURSE = new CourseCheck(COURSES);
    public static final LawCheck LAW = new LawCheck(OBLIGATIONS, COURSES);
    public static final EngineRefusals REFUSALS = new EngineRefusals(new DiagramParsing(ENGINE));

    private Checking() {}

    public static VariableCatalogue catalogue() {
        try (InputStream yaml = Checking.class.getResourceAsStream("/processes/variables.yaml")) {
            return VariableCatalogue.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Finding> findings(ProcedureFiles files) {
        return Stream.of(REFUSALS, COURSE, LAW)
                .flatMap(check -> check.of(files).stream())
                .toList();
    }
}
