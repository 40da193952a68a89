package org.onrecord.fact;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.claim.Modality;
import org.onrecord.claim.SourceType;
import org.onrecord.statement.Quantity;
import org.onrecord.statement.Relation;

/** An example of {@code docs/facts.md}: claims, one a line, and what the fact says then. */
record Scenario(String text, List<Member> members, List<String> expected) {
    private static final Pattern TIME = Pattern.compile("(?:day (\\d+), )?(\\d+):(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("(about )?([\\d.]+)");

    static Scenario read(String text) {
        String[] halves = text.split("=> ", 2);
        Map<String, List<Saying>> said = new LinkedHashMap<>();
        int count = 0;
        for (String line : halves[0].strip().split("\n", -1)) {
            String[] cells = line.strip().split("\\s*\\|\\s*", -1);
            String words = cells.length > 4 ? cells[4] : "";
            said.computeIfAbsent(words, w -> new ArrayList<>()).add(saying(cells, "c" + count++));
        }
        List<Member> members = new ArrayList<>();
        Optional<Quantity> leaders = quantity(said.keySet().iterator().next());
        said.forEach((words, sayings) -> members.add(member("s" + (members.size() + 1), words, leaders, sayings)));
        return new Scenario(text, members, List.of(halves[1].strip().split("\\s*\\|\\s*", -1)));
    }

    private static Saying saying(String[] cells, String id) {
        Matcher time = TIME.matcher(cells[0]);
        if (!time.matches()) {
            throw new IllegalArgumentException("no time in " + String.join(" | ", cells));
        }
        int day = time.group(1) == null ? 1 : Integer.parseInt(time.group(1));
        Duration at = Duration.ofDays(day - 1L)
                .plusHours(Integer.parseInt(time.group(2)) - 12L)
                .plusMinutes(Integer.parseInt(time.group(3)));
        String[] outlet = cells[1].split(" from ", 2);
        Saying saying = Saying.by(outlet[0].toLowerCase(Locale.ROOT).replace(' ', '-'), id, (int) at.toMinutes())
                .named(outlet[0]);
        saying = outlet.length > 1 ? saying.via(outlet[1]) : saying;
        saying = cells[2].equals("-") ? saying : saying.source(cells[2], cells[2], type(cells[2]));
        return switch (cells[3]) {
            case "asserts" -> saying;
            case "denies" -> saying.denied();
            case "plans" -> saying.as(Modality.PLAN);
            case "thinks it possible" -> saying.as(Modality.POSSIBLE);
            default -> throw new IllegalArgumentException("nobody can have " + cells[3]);
        };
    }

    private static SourceType type(String source) {
        return source.matches("(?:a|two|three) .*") ? SourceType.ANONYMOUS : SourceType.INSTITUTION;
    }

    private static Member member(String id, String words, Optional<Quantity> leaders, List<Saying> sayings) {
        List<Occurrence> occurrences = sayings.stream().map(Saying::occurrence).toList();
        Optional<Quantity> own = quantity(words);
        List<SlotValue> values = own.stream()
                .map(quantity -> new SlotValue(0, quantity, agree(quantity, leaders.orElse(quantity))))
                .toList();
        boolean opposite = words.equals("opposite") || words.startsWith("no one");
        Relation relation = opposite
                ? Relation.OPPOSITE
                : values.stream().allMatch(SlotValue::agrees) ? Relation.SAME : Relation.VALUE;
        return new Member(id, relation, words.isEmpty() ? "statement " + id : words, values, occurrences);
    }

    private static Optional<Quantity> quantity(String words) {
        Matcher number = NUMBER.matcher(words);
        return number.matches()
                ? Optional.of(new Quantity(new BigDecimal(number.group(2)), "person", number.group(1) != null))
                : Optional.empty();
    }

    private static boolean agree(Quantity a, Quantity b) {
        BigDecimal apart = a.value().subtract(b.value()).abs();
        return apart.signum() == 0
                || ((a.hedged() || b.hedged())
                        && apart.multiply(BigDecimal.valueOf(20))
                                        .compareTo(a.value().max(b.value()))
                                <= 0);
    }
}
