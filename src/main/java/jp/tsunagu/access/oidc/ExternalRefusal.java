package jp.tsunagu.access.oidc;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why somebody whom the identity provider knows does not get in, for the login page. */
public enum ExternalRefusal {
    AWAY("統合認証につながりません。しばらく待つか、システム管理者に確かめてください。"),
    FAILED("統合認証でのログインが終わりませんでした。もう一度お試しください。"),
    NO_ID("統合認証から利用者IDが届きませんでした。システム管理者に確かめてください。"),
    NOT_ALLOWED("この利用者IDは、ここで別に登録されていて、統合認証でのログインが認められていません。システム管理者に確かめてください。"),
    NO_ROLE("あなたの統合認証のグループには、ここでの役割がありません。システム管理者に確かめてください。"),
    NO_LAST_DAY("委託先の利用者として届きましたが、利用できる最後の日がありません。システム管理者に確かめてください。"),
    WARD_ROLE("委託先の利用者に、区の決定に関わる役割は付けられません。システム管理者に確かめてください。"),
    CLOSED("この利用者IDは、利用期間が終わったか、停止されています。システム管理者に確かめてください。");

    private final String text;

    ExternalRefusal(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    OAuth2AuthenticationException exception() {
        return new OAuth2AuthenticationException(new OAuth2Error(name()), text);
    }

    /** By the word in the address of the login page; an unknown one says that it failed. */
    public static ExternalRefusal of(String word) {
        for (ExternalRefusal known : values()) {
            if (known.name().equals(word)) {
                return known;
            }
        }
        return FAILED;
    }
}
