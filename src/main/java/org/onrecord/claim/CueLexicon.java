package org.onrecord.claim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The verbs that attribute, by each of their forms, from {@code cues.tsv}. Immutable. */
final class CueLexicon {
    /** What a verb takes beside it. */
    enum Frame {
        /** A clause or a quotation, before or after it. */
        SAY,
        /** Somebody who is told, then a clause. */
        TELL,
        /** A clause that a document bears out; the clause follows. */
        SHOW,
        /** A thing that is judged, named or denied. */
        NAME
    }

    record Cue(Set<Frame> frames, boolean denies) {
        boolean takes(Frame frame) {
            return frames.contains(frame);
        }
    }

    private final Map<String, Cue> byForm;

    private CueLexicon(Map<String, Cue> byForm) {
        this.byForm = Map.copyOf(byForm);
    }

    static CueLexicon load() {
        Map<String, Cue> byForm = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CueLexicon.class.getResourceAsStream("/cues.tsv"), "cues.tsv is missing"),
                StandardCharsets.UTF_8))) {
            reader.lines().skip(1).forEach(line -> {
                String[] columns = line.split("\t", -1);
                Set<Frame> frames = EnumSet.noneOf(Frame.class);
                for (String frame : columns[1].split(" ", -1)) {
                    frames.add(Frame.valueOf(frame.toUpperCase(Locale.ROOT)));
                }
                Cue cue = new Cue(Set.copyOf(frames), columns[2].equals("DENIES"));
                forms(columns[0], columns[3]).forEach(form -> byForm.put(form, cue));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CueLexicon(byForm);
    }

    Optional<Cue> find(String form) {
        return Optional.ofNullable(byForm.get(form));
    }

    private static List<String> forms(String base, String irregular) {
        String stem = base.endsWith("e") ? base.substring(0, base.length() - 1) : base;
        boolean toI = base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0;
        boolean hisses = base.endsWith("s") || base.endsWith("sh") || base.endsWith("ch");
        String past = toI ? base.substring(0, base.length() - 1) + "ied" : stem + "ed";
        String third = toI ? base.substring(0, base.length() - 1) + "ies" : base + (hisses ? "es" : "s");
        List<String> forms = new ArrayList<>(List.of(base, third, past, stem + "ing"));
        char last = base.charAt(base.length() - 1);
        if (last == 't' || last == 'p' || last == 'b' || last == 'm') {
            forms.add(base + last + "ed");
            forms.add(base + last + "ing");
        }
        if (!irregular.isBlank()) {
            forms.addAll(List.of(irregular.split(" ", -1)));
        }
        return forms;
    }
}
