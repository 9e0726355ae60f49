package jp.tsunagu.access.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** An account and what was done with it, as administrators read them. */
@Component
class AccountWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final Members members;
    private final Clock clock;

    AccountWords(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /** A line of the list. */
    record Shown(
            String id, String name, String groups, boolean contractor, String endsOn, String state, String lastLogin) {}

    /** An act. */
    record ShownAct(String at, String by, String act) {}

    Shown of(AccountLine line) {
        AccountState state = line.state();
        return new Shown(
                line.id(),
                line.name(),
                line.groups().stream().map(AccountWords::groupName).collect(Collectors.joining("・")),
                state.contractor(),
                day(state.endsOn()),
                stateOf(state),
                at(state.lastLoginAt()));
    }

    List<ShownAct> of(List<AccountActs.Line> acts) {
        return acts.stream()
                .map(line -> new ShownAct(
                        at(line.at().toInstant()),
                        members.nameOf(line.by()),
                        line.group() == null ? line.act() : line.act() + "（" + groupName(line.group()) + "）"))
                .toList();
    }

    /** As it is typed into the form that changes it. */
    static TypedAccount typed(AccountLine line) {
        AccountState state = line.state();
        return new TypedAccount(
                line.id(),
                line.familyName(),
                line.givenName(),
                line.email(),
                line.groups(),
                state.contractor(),
                day(state.endsOn()),
                state.external());
    }

    static String groupName(String group) {
        return Accounts.groupNames().getOrDefault(group, group);
    }

    private String stateOf(AccountState state) {
        LocalDate today = LocalDate.now(clock);
        if (state.isLocked(clock.instant())) {
            return state.endsOn() == null || state.endsOn().isAfter(today) ? "停止中" : "利用終了";
        }
        if (state.isOver(today)) {
            return "期限切れ";
        }
        return state.mustChangePassword() ? "初回パスワード" : "利用中";
    }

    private static String at(Instant moment) {
        if (moment == null) {
            return "";
        }
        ZonedDateTime there = moment.atZone(WorkingDays.TOKYO);
        return day(there.toLocalDate()) + " " + TIME.format(there);
    }

    private static String day(LocalDate day) {
        return day == null ? "" : Wareki.formatShort(day);
    }
}
