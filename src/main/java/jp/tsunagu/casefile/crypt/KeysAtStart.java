package jp.tsunagu.casefile.crypt;

import jp.tsunagu.engine.StartUpStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Before anybody comes: the keys fit the data. */
@Component
@Order(0)
class KeysAtStart implements StartUpStep {

    private static final Logger LOG = LoggerFactory.getLogger(KeysAtStart.class);

    private final KeyRegister register;
    private final SealingProgress progress;
    private final DataKeys keys;

    KeysAtStart(KeyRegister register, SealingProgress progress, DataKeys keys) {
        this.register = register;
        this.progress = progress;
        this.keys = keys;
    }

    @Override
    public void run() {
        register.check();
        progress.begin();
        if (keys.isDemo()) {
            LOG.warn("データの暗号化の鍵は、お試し用にデータのフォルダー（data-key）に作ったものです。実際の個人情報を入れないでください。"
                    + "実際に使うときは、自前のデータベースと TSUNAGU_DATA_KEYS を設定してください（docs/operations.md）。");
        }
    }
}
