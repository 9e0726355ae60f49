package jp.tsunagu.access.oidc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider and what its claims mean ({@code tsunagu.login.oidc.*}).
 *
 * @param issuer its address; everything else about it is read there
 * @param userClaim holds the account id, if need be before an @
 * @param groupsClaim holds a list of values
 * @param groups what they mean: {@code value=group}, separated by semicolons; the last = counts
 * @param contractorClaim true for a contractor's account; empty if nobody says so
 * @param endsOnClaim the last day, {@code 2027-03-31}; empty if nobody says so
 */
@ConfigurationProperties("tsunagu.login.oidc")
record ExternalSettings(
        String issuer,
        String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("") String groups,
        @DefaultValue("") String contractorClaim,
        @DefaultValue("") String endsOnClaim) {

    /** Our group of each value of the claim. */
    Map<String, String> meanings() {
        return Arrays.stream(groups.split(";"))
                .map(String::strip)
                .filter(line -> line.lastIndexOf('=') > 0)
                .collect(Collectors.toUnmodifiableMap(
                        line -> line.substring(0, line.lastIndexOf('=')).strip(),
                        line -> line.substring(line.lastIndexOf('=') + 1).strip()));
    }
}
