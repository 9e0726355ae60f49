package jp.tsunagu.procedure.draft;

/** Somebody else saved the file meanwhile; nothing was overwritten. */
public class StaleRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleRevisionException(String changedBy) {
        super("この間に " + changedBy + "が同じファイルを保存しました。あなたの変更は保存していません。最新の版を開き、変更を入れ直してください。");
    }
}
