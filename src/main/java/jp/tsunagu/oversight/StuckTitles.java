package jp.tsunagu.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.engine.Members;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.plan.ServiceCatalogue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a list of stuck cases is called, and by what it is filtered, in Japanese. */
@Component
class StuckTitles {

    private final JdbcClient database;
    private final Members members;
    private final ServiceCatalogue catalogue;
    private final Settings settings;

    StuckTitles(JdbcClient database, Members members, ServiceCatalogue catalogue, Settings settings) {
        this.catalogue = catalogue;
        this.database = database;
        this.members = members;
        this.settings = settings;
    }

    /** Empty if no diagram ever had such a step. */
    Optional<String> of(StuckPlace place) {
        if (place.ofWorker()) {
            return Optional.of(members.nameOf(place.filter().worker()) + "さんのタスク");
        }
        return database.sql(
                        "select name from diagram_step where process = ? and step = ? order by version desc limit 1")
                .params(place.process(), place.step())
                .query(String.class)
                .optional()
                .map(name -> name.isEmpty() ? place.step() : name);
    }

    /** Empty where nothing is filtered. */
    List<String> filter(StuckPlace place) {
        HeatFilter filter = place.filter();
        List<String> words = new ArrayList<>();
        if (filter.worker() != null && !place.ofWorker()) {
            words.add("担当者: " + members.nameOf(filter.worker()));
        }
        if (filter.role() != null) {
            words.add("係: " + Accounts.groupNames().getOrDefault(filter.role(), filter.role()));
        }
        if (filter.service() != null) {
            words.add("サービス: " + catalogue.name(settings.municipality(), filter.service(), filter.to()));
        }
        if (filter.emergency() != null) {
            words.add(filter.emergency() ? "緊急的支援のあるケースだけ" : "緊急的支援のないケースだけ");
        }
        if (filter.version() != null) {
            words.add("手順図の第" + filter.version() + "版だけ");
        }
        return words;
    }
}
