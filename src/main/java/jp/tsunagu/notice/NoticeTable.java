package jp.tsunagu.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NoticeTable extends Repository<Notice, UUID> {

    Optional<Notice> findById(UUID id);

    @Query("select n from Notice n where n.kind = :kind and n.cause = :cause")
    Optional<Notice> ofCause(NoticeKind kind, String cause);

    @Query("select n from Notice n where n.caseId = :caseId and n.kind = :kind and n.receiverRole = :role"
            + " and n.state <> jp.tsunagu.notice.Notice.State.SENT")
    List<Notice> unread(UUID caseId, NoticeKind kind, String role);

    /** Letters to the person, the latest first. */
    @Query("select n from Notice n where n.caseId = :caseId and n.kind = :kind and n.receiverRole is null"
            + " and n.receiver = '本人' order by n.createdAt desc")
    List<Notice> toPerson(UUID caseId, NoticeKind kind);

    /** What staff were told about a letter and have not read: its cause begins with the letter's id. */
    @Query("select n from Notice n where n.caseId = :caseId and n.cause like concat(:letter, '/%')"
            + " and n.receiverRole is not null and n.state <> jp.tsunagu.notice.Notice.State.SENT")
    List<Notice> about(UUID caseId, String letter);

    @Query("select count(n) from Notice n where n.caseId = :caseId and n.kind in :kinds and n.receiverRole is null"
            + " and n.receiver = '本人' and n.state = :state")
    long count(UUID caseId, Collection<NoticeKind> kinds, Notice.State state);
}
