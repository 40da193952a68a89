package org.onrecord.markup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;
import org.onrecord.claim.Mention;
import org.onrecord.claim.Source;
import org.onrecord.claim.Span;
import org.onrecord.claim.Stance;

/**
 * An article whose claims are numbered from 1, cut into lines and pieces so that it can be shown with sources, cues
 * and contents marked. Spans may nest, cross, and go on over lines.
 */
public final class MarkedArticle {
    private final Article article;
    private final List<Claim> claims;

    public MarkedArticle(Article article, List<Claim> claims) {
        this.article = article;
        this.claims = List.copyOf(claims);
    }

    Article article() {
        return article;
    }

    int size() {
        return claims.size();
    }

    Claim claim(int number) {
        return claims.get(number - 1);
    }

    List<MarkedLine> lines() {
        List<Mark> marks = marks();
        List<MarkedLine> lines = new ArrayList<>();
        List<Mark> open = new ArrayList<>();
        int next = 0;
        for (Span line : textLines()) {
            open.removeIf(mark -> mark.end() <= line.start());
            for (; next < marks.size() && marks.get(next).start() < line.end(); next++) {
                open.add(marks.get(next));
            }
            lines.add(new MarkedLine(pieces(line, open), claimsOf(line, open)));
        }
        return lines;
    }

    /** The sources, the one with most claims first. */
    List<SourceCount> sources() {
        record Key(String name, org.onrecord.claim.SourceType type) {}
        Map<Key, List<Integer>> numbers = new LinkedHashMap<>();
        for (int number = 1; number <= claims.size(); number++) {
            if (claim(number).source().isPresent()) {
                Source source = claim(number).source().get();
                numbers.computeIfAbsent(new Key(source.resolved(), source.type()), key -> new ArrayList<>())
                        .add(number);
            }
        }
        return numbers.entrySet().stream()
                .map(entry -> new SourceCount(
                        entry.getKey().name(), entry.getKey().type(), entry.getValue(), denials(entry.getValue())))
                .sorted(Comparator.comparing(
                        (SourceCount source) -> -source.claims().size()))
                .toList();
    }

    private int denials(List<Integer> numbers) {
        return (int) numbers.stream()
                .filter(number -> claim(number).stance() == Stance.DENIES)
                .count();
    }

    private List<Mark> marks() {
        Map<List<Object>, List<Integer>> shared = new LinkedHashMap<>();
        for (int number = 1; number <= claims.size(); number++) {
            Claim claim = claim(number);
            collect(shared, Role.CONTENT, claim.content(), number);
            if (claim.source().isPresent()) {
                collect(shared, Role.SOURCE, claim.source().get().mention(), number);
            }
            if (claim.cue().isPresent()) {
                collect(shared, Role.CUE, claim.cue().get(), number);
            }
        }
        return shared.entrySet().stream()
                .map(entry -> mark(entry.getKey(), entry.getValue()))
                .sorted(Mark.OUTERMOST_FIRST)
                .toList();
    }

    private static void collect(Map<List<Object>, List<Integer>> shared, Role role, Mention mention, int number) {
        for (int i = 0; i < mention.spans().size(); i++) {
            shared.computeIfAbsent(List.of(role, mention.spans().get(i), i > 0), key -> new ArrayList<>())
                    .add(number);
        }
    }

    private static Mark mark(List<Object> key, List<Integer> numbers) {
        Span span = (Span) key.get(1);
        return new Mark((Role) key.get(0), span.start(), span.end(), numbers, (Boolean) key.get(2));
    }

    private static List<Piece> pieces(Span line, List<Mark> open) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(line.start(), line.end()));
        open.stream()
                .flatMap(mark -> Stream.of(mark.start(), mark.end()))
                .filter(cut -> line.start() < cut && cut < line.end())
                .forEach(cuts::add);
        List<Piece> pieces = new ArrayList<>();
        List<Mark> covering = new ArrayList<>();
        int next = 0;
        int from = line.start();
        for (int to : cuts.tailSet(from, false)) {
            int start = from;
            covering.removeIf(mark -> mark.end() <= start);
            for (; next < open.size() && open.get(next).start() <= start; next++) {
                covering.add(open.get(next));
            }
            pieces.add(new Piece(from, to, covering));
            from = to;
        }
        return pieces;
    }

    private static List<Integer> claimsOf(Span line, List<Mark> open) {
        return open.stream()
                .filter(mark -> mark.role() == Role.CONTENT && !mark.goesOn() && mark.start() >= line.start())
                .flatMap(mark -> mark.claims().stream())
                .sorted()
                .toList();
    }

    private List<Span> textLines() {
        String body = article.body();
        List<Span> lines = new ArrayList<>();
        int from = 0;
        while (from < body.length()) {
            int newline = body.indexOf('\n', from);
            int to = newline < 0 ? body.length() : newline;
            if (!body.substring(from, to).isBlank()) {
                lines.add(new Span(from, to));
            }
            from = to + 1;
        }
        return lines;
    }
}
