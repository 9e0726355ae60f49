package jp.tsunagu.procedure.scenario;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What every page about scenarios asks first: who is it, and which 改定案 is it about. */
@Component
class ScenarioPage {

    static final String ADDRESS = "/procedures/drafts/{id}/scenarios";

    private final Drafts drafts;
    private final Members members;

    ScenarioPage(Drafts drafts, Members members) {
        this.drafts = drafts;
        this.members = members;
    }

    /** @throws org.camunda.bpm.engine.AuthorizationException for anybody but a 手続管理者 */
    Administrator administrator(Principal person) {
        return Administrator.of(person.getName(), members.groupsOf(person.getName()));
    }

    Draft draft(int id) {
        try {
            return drafts.draft(id);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }

    /** Who wrote each of the ward's own last, and when; by its id. */
    Map<String, String> writers(List<KeptScenario> scenarios) {
        return scenarios.stream()
                .filter(scenario -> !scenario.isPackaged())
                .collect(Collectors.toMap(
                        KeptScenario::id,
                        scenario -> members.nameOf(scenario.changedBy()) + " "
                                + When.text(scenario.changedAt().toInstant())));
    }

    static String address(int draft) {
        return "/procedures/drafts/" + draft + "/scenarios";
    }
}
