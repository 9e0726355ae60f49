package jp.tsunagu.access.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.calendar.Wareki;

/**
 * What was typed about an account.
 *
 * @param id only of a new one
 * @param endsOn as typed, such as {@code R9.3.31}; empty if it does not end
 * @param external may log in at the identity provider
 */
record TypedAccount(
        String id,
        String familyName,
        String givenName,
        String email,
        List<String> groups,
        Boolean contractor,
        String endsOn,
        Boolean external) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{1,31}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");
    private static final int LONGEST_NAME = 60;

    TypedAccount {
        id = id == null ? "" : id.strip();
        familyName = familyName == null ? "" : familyName.strip();
        givenName = givenName == null ? "" : givenName.strip();
        email = email == null ? "" : email.strip();
        groups = groups == null ? List.of() : List.copyOf(groups);
        // a box that is not ticked is not sent
        contractor = Boolean.TRUE.equals(contractor);
        external = Boolean.TRUE.equals(external);
        endsOn = endsOn == null ? "" : endsOn.strip();
    }

    /** Null if there is none, or if what was typed is no day ({@link #missing}). */
    LocalDate lastDay() {
        return Wareki.parse(endsOn).orElse(null);
    }

    /** All reasons against it at once, in Japanese. */
    List<String> missing(boolean isNew) {
        List<String> missing = new ArrayList<>();
        if (isNew && !ID.matcher(id).matches()) {
            missing.add("利用者IDは、英小文字で始まる2～32文字の英小文字と数字にしてください。");
        }
        if (familyName.isEmpty()) {
            missing.add("姓を入力してください。");
        }
        if (familyName.length() > LONGEST_NAME || givenName.length() > LONGEST_NAME) {
            missing.add("氏名は、姓と名それぞれ" + LONGEST_NAME + "文字までです。");
        }
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            missing.add("メールアドレスの形が違います。");
        }
        if (!Accounts.groupNames().keySet().containsAll(groups)) {
            missing.add("知らない役割が選ばれています。画面を開き直してください。");
        }
        if (contractor && endsOn.isEmpty()) {
            missing.add("委託先の利用者には、利用できる最後の日（契約の終わりの日など）が必要です。");
        }
        if (!endsOn.isEmpty() && lastDay() == null) {
            missing.add("利用できる最後の日は、R9.3.31 のように入力してください。");
        }
        groups.stream()
                .filter(group -> Segregation.isForbidden(contractor, group))
                .map(group -> "委託先の利用者は、「" + Accounts.groupNames().get(group) + "」にはできません。")
                .forEach(missing::add);
        return missing;
    }

    Set<String> chosen() {
        return new LinkedHashSet<>(groups);
    }
}
