package jp.tsunagu.casefile.crypt;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the keys in two lines, in place of two hundred. */
class KeyFailure extends AbstractFailureAnalyzer<KeysException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "TSUNAGU_DATA_KEYS を直して、もう一度起動してください（docs/operations.md の Keys）。", cause);
    }
}
