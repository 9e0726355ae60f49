package jp.tsunagu.ledger;

import jp.tsunagu.casefile.Attachments.Limits;
import jp.tsunagu.municipality.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How large a scanned paper may be: as the municipality sets it, within what the installation lets through at all. */
@Component
class UploadLimits {

    private static final int MEGABYTES = 10;
    private static final int PAGES = 50;
    private static final long MEGABYTE = 1_000_000;

    private final Settings settings;
    private final int most;

    UploadLimits(Settings settings, @Value("${tsunagu.largest-upload:20MB}") DataSize largest) {
        this.settings = settings;
        this.most = (int) (largest.toBytes() / MEGABYTE);
    }

    Limits today() {
        return new Limits(
                Math.min(most, number(Settings.ATTACHMENT_MEGABYTES, MEGABYTES)),
                number(Settings.ATTACHMENT_PAGES, PAGES));
    }

    private int number(String setting, int otherwise) {
        return settings.today(setting).map(Integer::valueOf).orElse(otherwise);
    }
}
