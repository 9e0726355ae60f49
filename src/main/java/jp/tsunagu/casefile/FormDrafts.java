package jp.tsunagu.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface FormDrafts extends Repository<FormDraft, FormDraft.Key> {

    FormDraft save(FormDraft draft);

    Optional<FormDraft> findById(FormDraft.Key key);
}
