package jp.tsunagu.procedure.check.ward;

import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import org.springframework.stereotype.Component;

/** What must outlive the main procedure is started beside it, never called by it (要領 第9条第5号・第6号). */
@Component
class OwnInstances extends DiagramRule {

    OwnInstances() {
        super("own-instances");
    }

    private static final Set<String> OWN = Set.of("welfareOfficeReferral", "emergencySupport", "referral");

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return drawing.shapes("callActivity")
                .filter(call -> OWN.contains(call.element().attribute("calledElement")))
                .map(call -> error(
                        drawing,
                        call,
                        "「" + call.element().attribute("calledElement") + "」は独立した手続です。呼び出さず、始める部品を使ってください。"));
    }
}
