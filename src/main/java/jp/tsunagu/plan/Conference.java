package jp.tsunagu.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;

/** 支援調整会議: one dated meeting for many cases (要領 第9条第6号). */
@Entity
class Conference {

    private static final Map<String, String> FORMATS = Map.of("regular", "定例", "adHoc", "随時", "circulated", "持ち回り");

    @Id
    private UUID id;

    private String municipality;
    private LocalDate heldOn;
    private String startsAt;
    private String place;
    private String format;
    private String convenedBy;

    protected Conference() {}

    static Conference of(
            String municipality, LocalDate heldOn, String startsAt, String place, String format, String convenedBy) {
        Conference conference = new Conference();
        conference.id = UUID.randomUUID();
        conference.municipality = municipality;
        conference.heldOn = heldOn;
        conference.startsAt = startsAt;
        conference.place = place;
        conference.format = format;
        conference.convenedBy = convenedBy;
        return conference;
    }

    void heldInstead(LocalDate on, String time, String where) {
        heldOn = on;
        startsAt = time;
        place = where;
    }

    static String format(String code) {
        return FORMATS.getOrDefault(code, code);
    }

    String format() {
        return format;
    }

    String municipality() {
        return municipality;
    }

    String startsAt() {
        return startsAt;
    }

    UUID id() {
        return id;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    /** 令和8年6月30日（火） 14:00 定例 生活・就労支援センター. */
    String label() {
        return String.join(
                        " ",
                        Wareki.formatWithWeekday(heldOn),
                        startsAt == null ? "" : startsAt,
                        FORMATS.getOrDefault(format, format),
                        place == null ? "" : place)
                .replaceAll(" +", " ")
                .trim();
    }
}
