package org.onrecord.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.onrecord.avro.Fact;
import org.onrecord.avro.Support;

/** Facts as a table for people. */
final class FactTable {
    private FactTable() {}

    static List<Fact> newestFirst(Collection<Fact> facts) {
        return facts.stream()
                .sorted(Comparator.comparing(Fact::getLastReportedAt).reversed().thenComparing(Fact::getFactId))
                .toList();
    }

    static void print(Collection<Fact> facts, PrintWriter out) {
        Table table = new Table(72, "STATUS", "STATEMENT", "VALUE", "ORIGINS", "SAID BY", "OUTLETS");
        newestFirst(facts).forEach(fact -> table.row(cells(fact)));
        table.print(out);
    }

    static Object[] cells(Fact fact) {
        return new Object[] {
            fact.getStatus(),
            fact.getStatement(),
            fact.getValue() == null ? "-" : Amount.of(fact.getValue(), fact.getUnit()),
            fact.getOrigins().size(),
            distinct(fact, support -> support.getSource() == null ? support.getOutlet() : support.getSource()),
            distinct(fact, Support::getOutlet)
        };
    }

    private static String distinct(Fact fact, java.util.function.Function<Support, String> part) {
        return fact.getSupport().stream().map(part).distinct().collect(Collectors.joining(", "));
    }
}
