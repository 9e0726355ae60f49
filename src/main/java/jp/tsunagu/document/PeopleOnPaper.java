package jp.tsunagu.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.casefile.StepAuthor;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** Who of the staff is named on a paper: who received the person, and whose case it is. */
@Component
class PeopleOnPaper {

    private final Cases cases;
    private final Responsibility responsibility;
    private final Members members;

    PeopleOnPaper(Cases cases, Responsibility responsibility, Members members) {
        this.cases = cases;
        this.responsibility = responsibility;
        this.members = members;
    }

    Map<String, Object> of(String caseNumber) {
        Optional<String> received = cases.authors(caseNumber, List.of("reception")).stream()
                .findFirst()
                .map(StepAuthor::author);
        return Map.of(
                "receptionist",
                name(received),
                "worker",
                name(responsibility.of(caseNumber, Roles.CONSULTATION_SUPPORTER)),
                "employmentWorker",
                name(responsibility.of(caseNumber, Roles.EMPLOYMENT_SUPPORTER)));
    }

    private String name(Optional<String> user) {
        return user.map(members::nameOf).orElse("");
    }
}
