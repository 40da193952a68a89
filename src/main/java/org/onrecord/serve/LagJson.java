package org.onrecord.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import org.onrecord.stream.Lag;
import org.onrecord.stream.LagHistory;
import org.onrecord.stream.LagHistory.Progress;

/** Lag for programs: the same on the command line and on the operations port. */
public final class LagJson {
    private LagJson() {}

    /** The newest snapshot of a history that has one; rates are null where there was only one, or no end is in sight. */
    public static ObjectNode of(LagHistory history) {
        Lag.Snapshot snapshot = history.latest().orElseThrow();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", snapshot.at().toString());
        json.put("records", snapshot.records());
        json.put("oldestSeconds", seconds(snapshot.oldest()));
        var topics = json.putArray("topics");
        history.progress().forEach(progress -> topics.add(topic(progress)));
        return json;
    }

    private static ObjectNode topic(Progress progress) {
        Lag.Topic topic = progress.topic();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("stage", topic.stage().label());
        json.put("topic", topic.name());
        json.put("records", topic.records());
        json.put("exact", topic.exact());
        json.put("oldestSeconds", seconds(topic.oldest()));
        json.put("inPerSecond", boxed(progress.inPerSecond()));
        json.put("outPerSecond", boxed(progress.outPerSecond()));
        json.put("catchUpSeconds", progress.catchUp().map(LagJson::seconds).orElse(null));
        json.put("course", progress.course().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? Math.round(value.getAsDouble() * 1000) / 1000.0 : null;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
