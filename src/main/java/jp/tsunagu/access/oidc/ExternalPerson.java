package jp.tsunagu.access.oidc;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who logged in there, as far as we ask.
 *
 * @param externalId issuer and subject, which never change
 * @param id the account id that the claim stands for
 * @param contractor null if nobody says so
 * @param endsOn null if nobody says so
 */
record ExternalPerson(
        String externalId,
        String id,
        String familyName,
        String givenName,
        String email,
        Set<String> groups,
        Boolean contractor,
        LocalDate endsOn) {

    static ExternalPerson of(
            String issuer,
            String subject,
            Map<String, Object> claims,
            ExternalSettings settings,
            ExternalGroups groups) {
        String family = text(claims, "family_name");
        return new ExternalPerson(
                issuer + " " + subject,
                accountId(text(claims, settings.userClaim())),
                family.isEmpty() ? text(claims, "name") : family,
                text(claims, "given_name"),
                text(claims, "email"),
                groups.of(claims.get(settings.groupsClaim())),
                settings.contractorClaim().isEmpty() ? null : Boolean.valueOf(text(claims, settings.contractorClaim())),
                settings.endsOnClaim().isEmpty() ? null : day(text(claims, settings.endsOnClaim())));
    }

    /** {@code Yamada.Hanako@city.example} is {@code yamadahanako}: the engine takes letters and digits only. */
    private static String accountId(String claim) {
        return claim.replaceFirst("@.*", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String text(Map<String, Object> claims, String name) {
        Object value = claims.get(name);
        return value == null ? "" : value.toString().strip();
    }

    private static LocalDate day(String claim) {
        try {
            return claim.isEmpty() ? null : LocalDate.parse(claim);
        } catch (DateTimeParseException e) {
            throw ExternalRefusal.NO_LAST_DAY.exception();
        }
    }
}
