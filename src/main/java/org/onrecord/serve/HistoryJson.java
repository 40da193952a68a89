package org.onrecord.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.onrecord.stream.Lag.Snapshot;
import org.onrecord.stream.Lag.Topic;
import org.onrecord.stream.Stage;

/** The lag of each stage over time, for a chart: over the topics of a stage, all records and the oldest of them. */
final class HistoryJson {
    private HistoryJson() {}

    static ObjectNode of(List<Snapshot> snapshots) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode times = json.putArray("at");
        Map<Stage, ArrayNode> records = new EnumMap<>(Stage.class);
        Map<Stage, ArrayNode> oldest = new EnumMap<>(Stage.class);
        ArrayNode stages = json.putArray("stages");
        for (Stage stage : Stage.values()) {
            ObjectNode one = stages.addObject().put("stage", stage.label());
            records.put(stage, one.putArray("records"));
            oldest.put(stage, one.putArray("oldestSeconds"));
        }
        for (Snapshot snapshot : snapshots) {
            times.add(snapshot.at().toEpochMilli());
            List<Topic> topics = snapshot.topics();
            for (Stage stage : Stage.values()) {
                List<Topic> of =
                        topics.stream().filter(topic -> topic.stage() == stage).toList();
                records.get(stage).add(of.stream().mapToLong(Topic::records).sum());
                oldest.get(stage)
                        .add(of.stream()
                                        .map(Topic::oldest)
                                        .max(Comparator.naturalOrder())
                                        .orElse(Duration.ZERO)
                                        .toMillis()
                                / 1000.0);
            }
        }
        return json;
    }
}
