package jp.tsunagu.procedure.check;

import java.util.List;
import jp.tsunagu.procedure.ProcedureFiles;

/** One thing that is checked on every save. It must bear any content: a half-drawn diagram is a finding, not an exception. */
public interface Check {

    List<Finding> of(ProcedureFiles files);
}
