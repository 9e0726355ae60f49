package jp.tsunagu.procedure.publish;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.KeptFiles;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Drafts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A newer packaged file under a version that an administrator published overwrites nothing: it is proposed as a 改定案, once for
 * each new content. With it is kept what the administrator's version was made from, to compare the three.
 */
@Component
public class PackagedUpgrades implements KeptFiles {

    /** Stands where a person would: the product opened it. */
    public static final String PRODUCT = "packaged";

    private final Drafts drafts;
    private final ProcedureArchive archive;
    private final ProcedureSets sets;
    private final ActBook acts;
    private final JdbcClient database;
    private final Clock clock;

    PackagedUpgrades(
            Drafts drafts,
            ProcedureArchive archive,
            ProcedureSets sets,
            ActBook acts,
            JdbcClient database,
            Clock clock) {
        this.drafts = drafts;
        this.archive = archive;
        this.sets = sets;
        this.acts = acts;
        this.database = database;
        this.clock = clock;
    }

    private record News(byte[] packaged, byte[] ancestor) {}

    @Override
    @Transactional
    public void kept(Map<String, byte[]> packaged) {
        if (packaged.isEmpty()) {
            return;
        }
        ProcedureFiles present = archive.files(sets.current());
        Map<String, News> news = new TreeMap<>();
        packaged.forEach((name, content) -> {
            byte[] ancestor = ancestor(name).orElse(null);
            boolean known = Arrays.equals(content, present.contents().get(name))
                    || Arrays.equals(content, ancestor)
                    || isProposed(name, content);
            if (!known) {
                news.put(name, new News(content, ancestor));
            }
        });
        if (!news.isEmpty()) {
            open(news);
        }
    }

    private void open(Map<String, News> news) {
        LocalDate today = LocalDate.now(clock.withZone(WorkingDays.TOKYO));
        Draft draft = drafts.begin(
                "製品の更新 " + Wareki.format(today),
                "製品の新しい版に、手続管理者が変えたファイルの新しい内容が入っています。いまの手続には何もしていません。比べて、取り入れるところを決めてください。",
                PRODUCT);
        news.forEach((name, one) -> {
            drafts.save(draft.id(), name, one.packaged(), 0, PRODUCT);
            database.sql("""
                            insert into procedure_upgrade_file (draft_id, name, digest, packaged, ancestor) values (?, ?, ?, ?, ?)""")
                    .params(draft.id(), name, digest(one.packaged()), one.packaged(), one.ancestor())
                    .update();
        });
        acts.note(draft.id(), Act.Kind.OPENED, null, null);
    }

    /** What the administrator's version was made from: the packaged file taken over last, or else the last that was in force. */
    private Optional<byte[]> ancestor(String name) {
        Optional<byte[]> takenOver =
                database.sql("""
                        select u.packaged from procedure_upgrade_file u join procedure_draft d on d.id = u.draft_id
                        where u.name = ? and d.state = 'PUBLISHED' order by u.draft_id desc limit 1""").param(name).query(byte[].class).optional();
        if (ProcedureText.isOne(name)) {
            return takenOver.or(
                    () -> database.sql("""
                        select content from procedure_text where name = ? and source = 'packaged' order by version desc limit 1""").param(name).query(byte[].class).optional());
        }
        return takenOver.or(
                () -> database.sql("""
                        select b.bytes_ from act_re_deployment d join act_ge_bytearray b on b.deployment_id_ = d.id_
                        where d.source_ = 'packaged' and b.name_ = ? order by d.deploy_time_ desc limit 1""").param(name).query(byte[].class).optional());
    }

    private boolean isProposed(String name, byte[] content) {
        return database.sql("select exists (select 1 from procedure_upgrade_file where name = ? and digest = ?)")
                .params(name, digest(content))
                .query(Boolean.class)
                .single();
    }

    /**
     * What both the version in force and the packaged one come from, as a whole procedure; empty if the 改定案 is not an update of
     * the product.
     */
    public Optional<ProcedureFiles> ancestor(int draft) {
        Map<String, byte[]> ancestors = new TreeMap<>();
        int files = database.sql("select name, ancestor from procedure_upgrade_file where draft_id = ?")
                .param(draft)
                .query((row, number) -> {
                    if (row.getBytes(2) != null) {
                        ancestors.put(row.getString(1), row.getBytes(2));
                    }
                    return number;
                })
                .list()
                .size();
        if (files == 0) {
            return Optional.empty();
        }
        Map<String, byte[]> contents =
                new TreeMap<>(archive.files(drafts.draft(draft).baseSet()).contents());
        contents.putAll(ancestors);
        return Optional.of(ProcedureFiles.of(contents));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
