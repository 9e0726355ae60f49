package jp.tsunagu.oversight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.Members;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.plan.ServiceCatalogue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a filter can be set to, and what it says in words. */
@Component
public class HeatChoices {

    private final Members members;
    private final ServiceCatalogue catalogue;
    private final Settings settings;

    HeatChoices(Members members, ServiceCatalogue catalogue, Settings settings) {
        this.members = members;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** Whoever works on cases, by what the role is called. */
    public Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        Roles.OF_STEPS.forEach(role -> roles.put(role, Accounts.groupNames().get(role)));
        return roles;
    }

    /** Everybody who works on cases, by name. */
    @Transactional(readOnly = true)
    public Map<String, String> workers() {
        Map<String, String> workers = new LinkedHashMap<>();
        members
                .namesOf(new TreeSet<>(Roles.OF_STEPS.stream()
                        .map(members::membersOf)
                        .flatMap(List::stream)
                        .toList()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> workers.put(one.getKey(), one.getValue()));
        return workers;
    }

    @Transactional(readOnly = true)
    public Map<String, String> services(HeatFilter filter) {
        return catalogue.on(settings.municipality(), filter.to());
    }

    /** The filter in words: 期間: …、係: …. */
    @Transactional(readOnly = true)
    public String words(HeatFilter filter) {
        List<String> words = new ArrayList<>();
        words.add("期間: " + Wareki.format(filter.from()) + "〜" + Wareki.format(filter.to()));
        add(words, "担当者", filter.worker() == null ? null : workers().getOrDefault(filter.worker(), "（該当なし）"));
        add(words, "係", filter.role() == null ? null : roles().getOrDefault(filter.role(), "（該当なし）"));
        add(words, "サービス", filter.service() == null ? null : services(filter).getOrDefault(filter.service(), "（該当なし）"));
        add(words, "緊急的支援", filter.emergency() == null ? null : filter.emergency() ? "あり" : "なし");
        add(words, "図の版", filter.version() == null ? null : "第" + filter.version() + "版");
        return String.join("、", words);
    }

    private static void add(List<String> words, String name, String value) {
        Stream.ofNullable(value).map(known -> name + ": " + known).forEach(words::add);
    }
}
