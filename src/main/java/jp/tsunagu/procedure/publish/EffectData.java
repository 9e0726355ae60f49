package jp.tsunagu.procedure.publish;

import java.security.Principal;
import java.util.NoSuchElementException;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.Administrator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the pictures of the page about the running cases show. */
@RestController
class EffectData {

    private final EffectPictures pictures;
    private final Members members;

    EffectData(EffectPictures pictures, Members members) {
        this.pictures = pictures;
        this.members = members;
    }

    @GetMapping("/api/procedures/drafts/{id}/effect")
    EffectPictures.Shown of(@PathVariable int id, Principal person) {
        Administrator.of(person.getName(), members.groupsOf(person.getName()));
        try {
            return pictures.of(id);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage());
        }
    }
}
