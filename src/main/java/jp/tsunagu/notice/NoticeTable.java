package jp.tsunagu.notice;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NoticeTable extends Repository<Notice, UUID> {

    @Query("select n from Notice n where n.kind = :kind and (n.cause = :cause or n.cause like concat(:cause, '/%'))")
    List<Notice> ofCause(NoticeKind kind, String cause);

    @Query("select count(n) from Notice n where n.caseId = :caseId and n.kind in :kinds and n.state = :state")
    long count(UUID caseId, Collection<NoticeKind> kinds, Notice.State state);
}
