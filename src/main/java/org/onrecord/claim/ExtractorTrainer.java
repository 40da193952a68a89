package org.onrecord.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.onrecord.article.Paragraph;
import org.onrecord.claim.tagger.AttributionTagger;
import org.onrecord.claim.tagger.LabelledPassage;
import org.onrecord.claim.tagger.Role;
import org.onrecord.claim.tagger.TaggerTrainer;

/** Trains the tagger on articles that people have marked. */
public final class ExtractorTrainer {
    private final Units units = new Units();
    private final TaggerTrainer trainer;

    /** @param progress is told a line now and then */
    public ExtractorTrainer(long seed, Consumer<String> progress) {
        this.trainer = new TaggerTrainer(seed, progress);
    }

    /** The same articles and seed give the same weights. */
    public AttributionTagger train(List<GoldArticle> articles) {
        return trainer.train(passages(articles));
    }

    /** What is trained on: the passages of articles, with the state of each word. */
    public List<LabelledPassage> passages(List<GoldArticle> articles) {
        List<LabelledPassage> corpus = new ArrayList<>();
        articles.forEach(article -> read(article, corpus));
        return corpus;
    }

    private void read(GoldArticle article, List<LabelledPassage> corpus) {
        Marks marks = new Marks(article);
        String text = article.text();
        for (int from = 0; from < text.length(); ) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            if (!text.substring(from, to).isBlank()) {
                Paragraph paragraph = new Paragraph(from, to);
                units.read(text, paragraph, Quotations.find(text, from, to))
                        .forEach(unit -> corpus.add(marks.label(article.id(), unit)));
            }
            from = to + 1;
        }
    }

    /** Who and what each character belongs to; a source that serves several cues counts for the first. */
    private static final class Marks {
        private final Role[] roles;
        private final int[] relations;

        Marks(GoldArticle article) {
            roles = new Role[article.text().length()];
            relations = new int[roles.length];
            Arrays.fill(roles, Role.NONE);
            int number = 0;
            for (GoldArticle.Relation relation : article.relations()) {
                number++;
                if (relation.cue().isEmpty()) {
                    continue;
                }
                int cue = relation.cue().get(0).start();
                mark(relation.content(), cue, Role.CONTENT_BEFORE, Role.CONTENT_AFTER, number);
                mark(relation.source(), cue, Role.SOURCE_BEFORE, Role.SOURCE_AFTER, number);
                mark(relation.cue(), cue, Role.CUE, Role.CUE, number);
            }
        }

        private void mark(List<Span> spans, int cue, Role before, Role after, int number) {
            for (Span span : spans) {
                for (int i = span.start(); i < Math.min(span.end(), roles.length); i++) {
                    boolean free = roles[i] == Role.NONE
                            || roles[i] == Role.CONTENT_BEFORE
                            || roles[i] == Role.CONTENT_AFTER
                            || before == Role.CUE;
                    if (free) {
                        roles[i] = span.start() < cue ? before : after;
                        relations[i] = number;
                    }
                }
            }
        }

        LabelledPassage label(String article, Unit unit) {
            List<Role> labels = new ArrayList<>();
            int[] numbers = new int[unit.size()];
            for (int i = 0; i < unit.size(); i++) {
                labels.add(roles[unit.at(i).start()]);
                numbers[i] = relations[unit.at(i).start()];
            }
            return LabelledPassage.of(article, unit.passage(), labels, numbers);
        }
    }
}
