package jp.tsunagu.procedure.publish;

import java.security.Principal;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.Administrator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How far the cases of a publication have come, for its page and for other programs. */
@RestController
class ProgressController {

    private final MigrationProgress progress;
    private final Publications publications;
    private final Members members;

    ProgressController(MigrationProgress progress, Publications publications, Members members) {
        this.progress = progress;
        this.publications = publications;
        this.members = members;
    }

    @GetMapping("/api/procedures/drafts/{id}/progress")
    MigrationProgress.Counts of(@PathVariable int id, Principal person) {
        Administrator.of(person.getName(), members.groupsOf(person.getName()));
        Publication publication = publications.of(id);
        Integer set = publication.withdrawnBy() == null ? publication.set() : publication.withdrawnBy();
        if (set == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "この改定案は、まだ施行していません。");
        }
        return progress.of(set).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "移行の記録がありません。"));
    }
}
