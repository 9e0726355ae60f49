package jp.tsunagu.municipality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.engine.RarelyChanged;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a municipality decides for itself and may change: rows with dates, never constants in the program. */
@Component
public class Settings {

    /** Who confirms for 主任 where 主任 handled the case (主任代理): an account. */
    public static final String DEPUTY_CHIEF = "deputyChief";

    /** 決裁方法: {@code tsunagu}, or {@code wardDocumentSystem} where the ward decides in its own document system. */
    public static final String APPROVAL_METHOD = "approvalMethod";

    /** For how many days a lost contact is sought before 主任 may be asked to suspend (連絡不通). */
    public static final String LOST_CONTACT_DAYS = "lostContactDays";

    /** Where a municipality has not set it. */
    public static final int LOST_CONTACT_DEFAULT = 30;

    /** In whose name 第6号様式 goes out, 職 and 氏名: 港区長 …. */
    public static final String NOTICE_SENDER = "noticeSender";

    /** Whom the person can ask about a notice: section, address, telephone. */
    public static final String NOTICE_INQUIRIES = "noticeInquiries";

    /** 教示: what the person can do against a decision. Not printed until the municipality sets it. */
    public static final String NOTICE_INSTRUCTION = "noticeInstruction";

    /** The name of the 自立相談支援機関 on its papers. */
    public static final String CENTRE_NAME = "centreName";

    /** For how many years after the end of its fiscal year a closed case is kept at least, also where table retention says less. */
    public static final String YEARS_KEPT = "yearsKept";

    /** After how many days without contact a case stands on the ledger's list of silent ones, and on the second such list. */
    public static final String SILENT_CASE_DAYS = "silentCaseDays";

    public static final String LONG_SILENT_CASE_DAYS = "longSilentCaseDays";
    /** 方法 that a new line of 第3号様式 begins with: the office's usual one, as a code of the forms. */
    public static final String USUAL_METHOD = "usualMethod";

    /** How many megabytes a scanned paper may have; never more than {@code tsunagu.largest-upload}. */
    public static final String ATTACHMENT_MEGABYTES = "attachmentMegabytes";

    /** How many pages a scanned paper may have. */
    public static final String ATTACHMENT_PAGES = "attachmentPages";

    /** 少数の秘匿: fewer than so many are not told to somebody who may not see the cases. */
    public static final String SMALL_NUMBER = "smallNumber";

    /** 理由を述べて閲覧: for how many days a case stays open to the reader, the first one included. */
    public static final String VIEWING_DAYS = "viewingDays";

    /** 連絡先を開く: for how many minutes address and telephone of a restricted case stay open. */
    public static final String UNLOCK_MINUTES = "unlockMinutes";

    private final JdbcClient database;
    private final RarelyChanged known;
    private final Clock clock;
    private final String municipality;

    private record Setting(String municipality, String name, LocalDate day) {}

    Settings(
            JdbcClient database,
            RarelyChanged known,
            Clock clock,
            @Value("${tsunagu.municipality:minato}") String municipality) {
        this.database = database;
        this.known = known;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** The municipality that this installation serves by default. */
    public String municipality() {
        return municipality;
    }

    /** The setting as it holds today. */
    public Optional<String> today(String name) {
        return on(municipality, name, LocalDate.now(clock));
    }

    public Optional<String> on(String of, String name, LocalDate day) {
        return known.read(new Setting(of, name, day), () -> read(of, name, day));
    }

    private Optional<String> read(String of, String name, LocalDate day) {
        return database.sql("""
                        select value from setting
                        where municipality = ? and name = ? and valid_from <= ?
                          and (valid_to is null or valid_to >= ?)
                        order by valid_from desc limit 1
                        """).params(of, name, day, day).query(String.class).optional();
    }

    /** From this day on the setting has this value; what held before ends the day before. */
    public void set(String name, String value, LocalDate from) {
        database.sql("update setting set valid_to = ? where municipality = ? and name = ? and valid_from < ? "
                        + "and (valid_to is null or valid_to >= ?)")
                .params(from.minusDays(1), municipality, name, from, from)
                .update();
        database.sql("""
                        insert into setting (municipality, name, value, valid_from) values (?, ?, ?, ?)
                        on conflict (municipality, name, valid_from) do update set value = excluded.value, valid_to = null
                        """).params(municipality, name, value, from).update();
        known.changed();
    }
}
