package org.onrecord.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourcePattern;

/** Rights as commands of Kafka's own tool, one a resource. */
final class AclStatements {
    private AclStatements() {}

    static List<String> of(List<AclBinding> acls, String bootstrapServer) {
        Map<ResourcePattern, Set<String>> operations = new LinkedHashMap<>();
        acls.forEach(acl -> operations
                .computeIfAbsent(acl.pattern(), pattern -> new TreeSet<>())
                .add(camelCase(acl.entry().operation().name())));
        String principal = acls.get(0).entry().principal();
        return operations.entrySet().stream()
                .map(entry -> "kafka-acls.sh --bootstrap-server " + bootstrapServer + " --add --allow-principal "
                        + quoted(principal)
                        + entry.getValue().stream()
                                .map(operation -> " --operation " + operation)
                                .reduce("", String::concat)
                        + " --"
                        + entry.getKey()
                                .resourceType()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                        + " " + quoted(entry.getKey().name()) + " --resource-pattern-type "
                        + entry.getKey().patternType().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A principal may carry spaces ({@code User:CN=On Record}). */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The tool's own way to write an operation: {@code DescribeConfigs}. */
    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return camel.toString();
    }
}
