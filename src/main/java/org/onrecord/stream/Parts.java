package org.onrecord.stream;

import org.onrecord.article.Admission;
import org.onrecord.fact.FactBuilder;
import org.onrecord.revision.ArticleReader;
import org.onrecord.statement.Matcher;

/** What decides; the topology only carries messages between these. All are safe to share between threads. */
public record Parts(Admission admission, ArticleReader reader, Matcher matcher, FactBuilder facts) {}
