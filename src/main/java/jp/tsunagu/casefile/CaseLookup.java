package jp.tsunagu.casefile;

import java.util.Optional;

/** Part of {@link SupportCases}. */
interface CaseLookup {

    Optional<SupportCase> findByCaseNumber(String caseNumber);
}
