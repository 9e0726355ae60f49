package jp.tsunagu.procedure.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.procedure.publish.CaseSnapshot.Instance;

/**
 * Where the steps of one case went that had no step of their own in the new diagram, so that it can go back exactly.
 *
 * @param places instance, the step it stood in, the step it stands in since
 */
record MappedSteps(List<Place> places) {

    private static final ObjectMapper JSON = new ObjectMapper();

    record Place(String instance, String process, String before, String since) {}

    static MappedSteps of(CaseSnapshot before, Target target) {
        return new MappedSteps(before.places().stream()
                .flatMap(place -> before.instances().stream()
                        .filter(one -> one.id().equals(place.instance()))
                        .filter(one -> !target.step(one.process(), place.at()).equals(place.at()))
                        .map(one ->
                                new Place(one.id(), one.process(), place.at(), target.step(one.process(), place.at()))))
                .distinct()
                .toList());
    }

    static MappedSteps read(Optional<String> json) {
        try {
            return new MappedSteps(
                    json.isEmpty() ? List.of() : JSON.readValue(json.get(), new TypeReference<List<Place>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(places);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same way back, for what still stands where it was put. */
    Map<String, Map<String, String>> back(CaseSnapshot now, Map<String, Map<String, String>> usual) {
        Map<String, Map<String, String>> steps = new HashMap<>();
        usual.forEach((process, ways) -> steps.put(process, new HashMap<>(ways)));
        for (Instance one : now.instances()) {
            places.stream()
                    .filter(place -> place.instance().equals(one.id())
                            && now.places().contains(new CaseSnapshot.Place(one.id(), place.since())))
                    .forEach(place -> steps.computeIfAbsent(one.process(), first -> new HashMap<>())
                            .put(place.since(), place.before()));
        }
        return steps;
    }
}
