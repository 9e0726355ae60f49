package jp.tsunagu.access.login;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same for machines, which are given a first password too. */
@RestController
class OwnPasswordController {

    private final OwnPassword password;

    OwnPasswordController(OwnPassword password) {
        this.password = password;
    }

    /** Both are mandatory; an absent one is an empty one, which is refused. */
    record Change(String present, String next) {

        Change {
            present = present == null ? "" : present;
            next = next == null ? "" : next;
        }
    }

    @PostMapping("/api/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody Change change, Principal person) {
        password.change(person.getName(), change.present(), change.next());
    }
}
