package jp.tsunagu.access.account;

import java.util.List;

/** What somebody still has in hand whose account ends. Offered by the room that knows. */
public interface HeldWork {

    /**
     * Open cases and tasks of an account.
     *
     * @param cases the numbers of the open cases it is responsible for, which identify nobody
     * @param restricted how many more there are whose numbers only named persons know (EV8)
     * @param tasks how many open tasks it has taken
     */
    record Held(List<String> cases, int restricted, int tasks) {

        public boolean nothing() {
            return cases.isEmpty() && restricted == 0 && tasks == 0;
        }
    }

    Held of(String user);
}
