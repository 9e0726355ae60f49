package jp.tsunagu.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.casefile.ConsentState;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** I-02, I-03: whatever the consent, the receiver and the day, no field leaves that the consent and the table do not both allow. */
class DisclosureScopePropertyTest {

    private static final LocalDate START = LocalDate.of(2026, 4, 1);
    private static final DisclosureTable TABLE = table();

    private static DisclosureTable table() {
        try {
            return new DisclosureTable();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = 5000)
    void nothingOutsideConsentAndTableLeaves(
            @ForAll("consents") Optional<ConsentState> consent,
            @ForAll("bodies") String body,
            @ForAll("days") LocalDate day,
            @ForAll("fields") String field) {
        boolean leaves = DisclosureScope.of(TABLE, consent, body, day).field().test(field);

        boolean agreed = consent.filter(given -> !given.answer().equals("none"))
                .filter(given -> !day.isBefore(given.givenOn()))
                .filter(given -> given.withdrawnOn() == null || day.isBefore(given.withdrawnOn()))
                .filter(given -> given.answer().equals("full") || given.bodies().contains(body))
                .filter(given -> given.answer().equals("full")
                        || given.items() == null
                        || TABLE.itemOf(field).filter(given.items()::contains).isPresent())
                .isPresent();
        boolean needed =
                TABLE.itemOf(field).filter(TABLE.itemsFor(body)::contains).isPresent();
        assertThat(leaves).isEqualTo(agreed && needed);
    }

    @Provide
    Arbitrary<Optional<ConsentState>> consents() {
        Arbitrary<List<String>> bodies = Arbitraries.of(TABLE.bodies()).list().ofMaxSize(6);
        Arbitrary<List<String>> items = Arbitraries.of(TABLE.items()).list().ofMaxSize(6);
        return Combinators.combine(
                        Arbitraries.of("full", "partial", "partial", "none"),
                        bodies,
                        items.injectNull(0.2),
                        days(),
                        days().injectNull(0.5))
                .as((answer, to, what, given, withdrawn) ->
                        new ConsentState(UUID.randomUUID(), answer, to, what, given, withdrawn))
                .optional(0.95);
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.oneOf(Arbitraries.of(TABLE.bodies()), Arbitraries.of("nobody", ""));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 30).map(START::plusDays);
    }

    @Provide
    Arbitrary<String> fields() {
        Set<String> fields = new LinkedHashSet<>(List.of(
                "name",
                "address",
                "healthState",
                "debts",
                "household",
                "planItems",
                "goalResults",
                "issues",
                "jobWish"));
        fields.addAll(List.of("contactRestrictedReason", "visitorName", "somethingNew"));
        return Arbitraries.of(fields);
    }
}
