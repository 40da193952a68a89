package org.onrecord.stream;

import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Who works on the topics.
 *
 * @param protocol classic, consumer or streams; none when there is no such group
 * @param state as Kafka calls it, for example stable
 * @param members stream threads of all instances
 */
public record GroupStanding(String protocol, String state, int members) {
    private static final GroupStanding UNKNOWN = new GroupStanding("none", "unknown", 0);

    /** Asks the broker; the two kinds of groups are described by calls of their own. */
    public static GroupStanding of(Admin admin, String group) {
        try {
            ConsumerGroupDescription found = AdminCalls.get(admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group));
            return new GroupStanding(
                    lower(found.type()),
                    lower(found.groupState()),
                    found.members().size());
        } catch (GroupIdNotFoundException notOfThatKind) {
            return streams(admin, group);
        }
    }

    private static GroupStanding streams(Admin admin, String group) {
        try {
            StreamsGroupDescription found = AdminCalls.get(admin.describeStreamsGroups(List.of(group))
                    .describedGroups()
                    .get(group));
            return new GroupStanding(
                    "streams", lower(found.groupState()), found.members().size());
        } catch (GroupIdNotFoundException noGroup) {
            return UNKNOWN;
        }
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
