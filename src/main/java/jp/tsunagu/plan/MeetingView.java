package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.engine.ServedValue;
import org.springframework.stereotype.Component;

/** What the meeting knows already is not typed again for each of its cases: its day, how it was held, who came. */
@Component
class MeetingView implements ServedValue {

    private final Conferences conferences;
    private final Clock clock;

    MeetingView(Conferences conferences, Clock clock) {
        this.conferences = conferences;
        this.clock = clock;
    }

    @Override
    public Set<String> keys() {
        return Set.of("heldOn", "heldFormat", "attendees", "meetingView", "returnedTwice");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        if (key.equals("returnedTwice")) {
            return BooleanNode.valueOf(conferences.returnedTwice(viewer.caseNumber()));
        }
        String purpose = viewer.step().equals("recordEvaluationConference") ? ConveneStep.EVALUATION : ConveneStep.PLAN;
        Optional<Conference> meeting = conferences.awaiting(viewer.caseNumber(), purpose);
        return meeting.map(conference -> of(key, conference)).orElse(null);
    }

    private JsonNode of(String key, Conference conference) {
        return switch (key) {
            // a day that is still to come is not proposed as the day on which it was held
            case "heldOn" ->
                conference.heldOn().isAfter(LocalDate.now(clock))
                        ? null
                        : TextNode.valueOf(conference.heldOn().toString());
            case "heldFormat" -> TextNode.valueOf(conference.format());
            case "meetingView" -> TextNode.valueOf(conference.label());
            default -> attendees(conference);
        };
    }

    private ArrayNode attendees(Conference conference) {
        List<ConferenceAttendee> came = conferences.attendees(conference).stream()
                .filter(attendee -> Boolean.TRUE.equals(attendee.isPresent()))
                .toList();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        came.forEach(attendee -> rows.addObject()
                .put("kind", attendee.kind())
                .put("organization", attendee.organization())
                .put("attendeeName", attendee.name())
                .put("confidentiality", attendee.isConfidential()));
        return came.isEmpty() ? null : rows;
    }
}
