package jp.tsunagu.casefile.crypt;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A sealed value that cannot be opened, with the reason in Japanese and never with anything of what it holds; a page shows it. */
public class UnreadableException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    private UnreadableException(String message) {
        super(HttpStatus.INTERNAL_SERVER_ERROR, message);
    }

    static UnreadableException noKey(Place place, String key) {
        return new UnreadableException(
                "暗号化された記録（" + place.column() + "）を読めません。鍵 " + key + " が TSUNAGU_DATA_KEYS にありません。システム管理者に知らせてください。");
    }

    static UnreadableException changed(Place place) {
        return new UnreadableException(
                "暗号化された記録（" + place.column() + "）を読めません。保存されたあとで書き換えられたか、別の行から写されたものです。システム管理者に知らせてください。");
    }

    static UnreadableException plain(Place place) {
        return new UnreadableException("記録（" + place.column() + "）が暗号化されていません。つなぐの外から書かれたものは読みません。システム管理者に知らせてください。");
    }
}
