package org.onrecord.claim.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.onrecord.claim.tagger.Tagged.Part;

/** Puts tagged parts together: every cue makes an attribution of what points to it. */
final class Linker {
    private final Passage passage;
    private final List<Part> parts;
    private final List<Part> cues;
    private final Predicate<String> says;

    private Linker(Passage passage, int[] labels, Predicate<String> says) {
        this.passage = passage;
        this.says = says;
        this.parts = parts(labels);
        this.cues = parts.stream().filter(part -> part.role() == Role.CUE).toList();
    }

    /** The attributions of a passage, by cue; their confidence is that of their least certain part, uncalibrated. */
    static List<Tagged> link(Passage passage, int[] labels, double[][] probabilities, Predicate<String> says) {
        Linker linker = new Linker(passage, labels, says);
        List<Tagged> found = new ArrayList<>();
        for (Part cue : linker.cues) {
            linker.attribution(cue, found)
                    .map(tagged -> tagged.withConfidence(confidence(tagged, probabilities)))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static List<Part> parts(int[] labels) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < labels.length; ) {
            Role role = Label.role(labels[i]);
            int to = i + 1;
            while (to < labels.length && Label.role(labels[to]) == role && !Label.begins(labels[to])) {
                to++;
            }
            if (role != Role.NONE) {
                parts.add(new Part(role, i, to));
            }
            i = to;
        }
        return parts;
    }

    private Optional<Tagged> attribution(Part cue, List<Tagged> earlier) {
        List<Part> content = new ArrayList<>();
        List<Part> gaps = new ArrayList<>();
        Optional<Part> source = Optional.empty();
        for (Part part : parts) {
            if (part.role() != Role.CUE && cueOf(part).filter(cue::equals).isPresent()) {
                switch (part.role()) {
                    case CONTENT_BEFORE, CONTENT_AFTER -> content.add(part);
                    case SOURCE_BEFORE, SOURCE_AFTER -> source = source.or(() -> Optional.of(part));
                    case BEFORE_CUE, AFTER_CUE -> gaps.add(part);
                    case CUE, NONE -> throw new IllegalStateException("no part of an attribution: " + part);
                }
            }
        }
        if (content.isEmpty()) {
            return Optional.empty();
        }
        Optional<Part> named = source.or(() -> sharedSource(cue, earlier));
        boolean saying = passage.lower().subList(cue.from(), cue.to()).stream().anyMatch(says);
        return Optional.of(new Tagged(named, cue, content, gaps, saying, 0));
    }

    /** The nearest cue on the side that the part points to, or else on the other. */
    private Optional<Part> cueOf(Part part) {
        boolean follows = part.role() == Role.SOURCE_BEFORE
                || part.role() == Role.CONTENT_BEFORE
                || part.role() == Role.BEFORE_CUE;
        Optional<Part> after =
                cues.stream().filter(cue -> cue.from() >= part.to()).findFirst();
        Optional<Part> before =
                cues.stream().filter(cue -> cue.to() <= part.from()).reduce((first, second) -> second);
        return follows ? after.or(() -> before) : before.or(() -> after);
    }

    private Optional<Part> sharedSource(Part cue, List<Tagged> earlier) {
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Tagged last = earlier.get(earlier.size() - 1);
        int boundary = passage.sentenceStarts().nextSetBit(last.cue().to());
        return boundary >= 0 && boundary <= cue.from() ? Optional.empty() : last.source();
    }

    private static double confidence(Tagged tagged, double[][] probabilities) {
        double least = certainty(List.of(tagged.cue()), probabilities);
        least = Math.min(least, certainty(tagged.content(), probabilities));
        return tagged.source().isEmpty()
                ? least / 2
                : Math.min(least, certainty(List.of(tagged.source().get()), probabilities));
    }

    /** The mean probability that the words have the role they were given. */
    private static double certainty(List<Part> parts, double[][] probabilities) {
        double sum = 0;
        int words = 0;
        for (Part part : parts) {
            for (int i = part.from(); i < part.to(); i++) {
                for (int label = 0; label < Label.COUNT; label++) {
                    sum += Label.role(label) == part.role() ? probabilities[i][label] : 0;
                }
                words++;
            }
        }
        return sum / words;
    }
}
