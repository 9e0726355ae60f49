package jp.tsunagu.calendar;

import java.time.LocalTime;

/** Opening and closing time of an office on one day, in Japanese local time. */
public record OfficeHours(LocalTime opens, LocalTime closes) {

    /** 8:30 to 17:15: 港区生活・就労支援センター事業実施要綱 第3条. */
    public static final OfficeHours STANDARD = new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15));

    /** @throws IllegalArgumentException if the office does not open before it closes */
    public OfficeHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("開庁時刻は閉庁時刻より前にしてください（" + opens + "〜" + closes + "）。");
        }
    }
}
