package jp.tsunagu.work;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Roles;
import jp.tsunagu.access.account.AccountFacts;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.municipality.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who takes over a case that nobody has: 主任 or the deputy, whoever is there and has the fewest; a restricted one only who is named in it. */
@Component
class Successor {

    /** Who acted, where it was the program. */
    private static final String PROGRAM = "tsunagu";

    private final Members members;
    private final Settings settings;
    private final Absences absences;
    private final Responsibility responsibility;
    private final RestrictedCases restricted;
    private final AccessLog accessLog;
    private final AccountFacts accounts;
    private final JdbcClient database;

    Successor(
            Members members,
            Settings settings,
            Absences absences,
            Responsibility responsibility,
            RestrictedCases restricted,
            AccessLog accessLog,
            AccountFacts accounts,
            JdbcClient database) {
        this.members = members;
        this.settings = settings;
        this.absences = absences;
        this.responsibility = responsibility;
        this.restricted = restricted;
        this.accessLog = accessLog;
        this.accounts = accounts;
        this.database = database;
    }

    /** Gives the case and returns to whom; empty if nobody is there to take it. */
    Optional<String> takeOver(String caseNumber) {
        Optional<String> next = next(caseNumber);
        next.ifPresent(user -> {
            boolean chief = members.groupsOf(user).contains(Roles.CHIEF);
            responsibility.give(caseNumber, chief ? Roles.CHIEF : Roles.CONSULTATION_SUPPORTER, user);
            accessLog.record(PROGRAM, caseNumber, "担当の引継ぎ", null);
        });
        return next;
    }

    private Optional<String> next(String caseNumber) {
        TreeSet<String> possible = new TreeSet<>(members.membersOf(Roles.CHIEF));
        settings.today(Settings.DEPUTY_CHIEF)
                .filter(deputy -> members.groupsOf(deputy).contains(Roles.CONSULTATION_SUPPORTER))
                .ifPresent(possible::add);
        possible.removeIf(absences::isAway);
        possible.removeIf(accounts::isOver);
        possible.removeIf(user -> restricted.isHiddenFrom(user, caseNumber));
        return possible.isEmpty() ? Optional.empty() : Optional.of(withFewestCases(List.copyOf(possible)));
    }

    private String withFewestCases(List<String> users) {
        return database.sql("""
                        select u.id from unnest(?::text[]) as u(id)
                        left join case_worker w on w.user_id = u.id and w.until is null
                        left join support_case c on c.id = w.case_id and c.status <> 'CLOSED'
                        group by u.id order by count(c.id), u.id limit 1
                        """)
                .param(users.toArray(String[]::new))
                .query(String.class)
                .single();
    }
}
