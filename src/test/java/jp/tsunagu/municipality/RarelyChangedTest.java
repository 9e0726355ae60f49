package jp.tsunagu.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import jp.tsunagu.engine.Members;
import jp.tsunagu.story.TsunaguTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a node remembers is never older than the last change, whoever made it and however it ended. */
@TsunaguTest
class RarelyChangedTest {

    private static final LocalDate DAY = LocalDate.of(2031, 5, 7);
    private static final String GROUP = "remembered-group";
    private static final String PERSON = "newcomer";

    @Autowired
    private TableCalendarOverrides calendar;

    @Autowired
    private CalendarDoor door;

    @Autowired
    private Settings settings;

    @Autowired
    private Members members;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate act;

    @BeforeEach
    void begin() {
        act = new TransactionTemplate(transactions);
    }

    @AfterEach
    void tidy() {
        database.sql("delete from calendar_override where day = ?").param(DAY).update();
        database.sql("delete from setting where name = 'remembered'").update();
        identity.deleteGroup(GROUP);
        identity.deleteUser(PERSON);
    }

    /** Another node, or somebody with SQL: nothing in this program hears of it. */
    @Test
    void aChangeFromOutsideCountsForTheNextAct() {
        assertThat(isOpenInAnAct()).isNull();

        database.sql("insert into calendar_override (municipality, day, open, reason) values (?, ?, false, '停電')")
                .params(settings.municipality(), DAY)
                .update();
        assertThat(isOpenInAnAct()).isFalse();

        database.sql("update calendar_override set open = true where day = ?")
                .param(DAY)
                .update();
        assertThat(isOpenInAnAct()).isTrue();

        database.sql("delete from calendar_override where day = ?").param(DAY).update();
        assertThat(isOpenInAnAct()).isNull();
    }

    @Test
    void anActGoesByItsOwnChangeAndWhatIsTakenBackIsForgotten() {
        act.executeWithoutResult(status -> {
            assertThat(calendar.openOn(settings.municipality(), DAY)).isEmpty();
            door.correct(DAY, false, "停電", "hanai");
            assertThat(calendar.openOn(settings.municipality(), DAY)).contains(false);
            status.setRollbackOnly();
        });

        assertThat(isOpenInAnAct()).isNull();
    }

    /** A change that was rolled back, then the opposite one that stays: the first must not be found again under its mark. */
    @Test
    void whatWasTakenBackDoesNotComeBackWithTheNextChange() {
        act.executeWithoutResult(status -> {
            settings.set("remembered", "first", DAY);
            assertThat(settings.on(settings.municipality(), "remembered", DAY)).contains("first");
            status.setRollbackOnly();
        });
        act.executeWithoutResult(status -> settings.set("remembered", "second", DAY));

        assertThat(inAnAct(() -> settings.on(settings.municipality(), "remembered", DAY)))
                .contains("second");
    }

    /** An act under way while somebody else changes what it goes by may see either, the next one sees the change. */
    @Test
    void anActUnderWayLeavesNothingOldBehind() {
        act.executeWithoutResult(status -> {
            calendar.openOn(settings.municipality(), DAY.plusDays(1));
            TransactionTemplate other = new TransactionTemplate(transactions);
            other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
            other.executeWithoutResult(inBetween -> door.correct(DAY, false, "停電", "hanai"));
            calendar.openOn(settings.municipality(), DAY);
        });

        assertThat(isOpenInAnAct()).isFalse();
    }

    @Test
    void whoJoinsAGroupBelongsToItInTheNextAct() {
        assertThat(membersInAnAct()).isEmpty();

        identity.saveUser(identity.newUser(PERSON));
        identity.saveGroup(identity.newGroup(GROUP));
        identity.createMembership(PERSON, GROUP);
        assertThat(membersInAnAct()).containsExactly(PERSON);
        assertThat(inAnAct(() -> members.groupsOf(PERSON))).contains(GROUP);

        identity.deleteMembership(PERSON, GROUP);
        assertThat(membersInAnAct()).isEmpty();
        assertThat(inAnAct(() -> members.groupsOf(PERSON))).doesNotContain(GROUP);
    }

    @Test
    void whoeverIsCalledDifferentlyIsCalledSoInTheNextActAndALoginIsNoChange() {
        assertThat(inAnAct(() -> members.nameOf(PERSON))).isEqualTo(PERSON);

        User person = identity.newUser(PERSON);
        person.setFirstName("花井");
        person.setLastName("");
        identity.saveUser(person);
        assertThat(inAnAct(() -> members.nameOf(PERSON))).isEqualTo("花井");

        String mark = mark();
        database.sql("update act_id_user set attempts_ = 1 where id_ = ?")
                .param(PERSON)
                .update();
        assertThat(mark()).isEqualTo(mark);

        database.sql("update act_id_user set first_ = '花田' where id_ = ?")
                .param(PERSON)
                .update();
        assertThat(inAnAct(() -> members.nameOf(PERSON))).isEqualTo("花田");

        identity.deleteUser(PERSON);
        assertThat(inAnAct(() -> members.nameOf(PERSON))).isEqualTo(PERSON);
    }

    private String mark() {
        return database.sql("select mark from rarely_changed")
                .query(String.class)
                .single();
    }

    private Boolean isOpenInAnAct() {
        return inAnAct(() -> calendar.openOn(settings.municipality(), DAY)).orElse(null);
    }

    private List<String> membersInAnAct() {
        return inAnAct(() -> members.membersOf(GROUP));
    }

    private <T> T inAnAct(Supplier<T> question) {
        return act.execute(status -> question.get());
    }
}
