package jp.tsunagu.access;

import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The menu for Tasklist, which is no page of ours. */
@RestController
class MenuController {

    private final Menu menu;

    MenuController(Menu menu) {
        this.menu = menu;
    }

    @GetMapping("/api/menu")
    List<Menu.Line> menu(Principal person) {
        return menu.of(person.getName());
    }
}
