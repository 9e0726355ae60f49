package jp.tsunagu.access.login;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import jp.tsunagu.engine.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Which passwords may be one: long enough, not the account's own name, none that is tried first. Nothing about kinds of
 * characters, and none has to be changed after some months: both lead to passwords that are easier to guess.
 */
@Component
class PasswordRules {

    private static final int LONGEST = 128;

    private final Zxcvbn guesses = new Zxcvbn();
    private final int shortest;
    private final int fewestGuesses;

    PasswordRules(LoginSettings settings) {
        this.shortest = settings.shortestPassword();
        this.fewestGuesses = settings.fewestGuesses();
    }

    /** Refuses with the reason in Japanese; what was typed is not in it. */
    void check(String user, String password) {
        if (password == null || password.length() < shortest) {
            throw RefusedException.ofAct("パスワードは" + shortest + "文字以上にしてください。言葉をいくつか並べると、長くても覚えられます。");
        }
        if (password.length() > LONGEST) {
            throw RefusedException.ofAct("パスワードは" + LONGEST + "文字までにしてください。");
        }
        if (!user.isEmpty()
                && password.toLowerCase(Locale.ROOT).contains(user.toLowerCase(Locale.ROOT))
                && password.length() - user.length() < shortest) {
            throw RefusedException.ofAct("利用者IDを含むパスワードは使えません。");
        }
        if (isEasy(user, password)) {
            throw RefusedException.ofAct("このパスワードは、よく使われるか、推測されやすいものです。別のものにしてください。");
        }
    }

    private boolean isEasy(String user, String password) {
        Strength strength = guesses.measure(password, List.of(user, "tsunagu", "つなぐ", "minato", "港区"));
        return strength.getGuessesLog10() < fewestGuesses;
    }
}
