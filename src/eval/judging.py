"""Which attributed claims are right, by score.py's criterion, split by kind and by confidence."""
import collections
import re

BINS = 10
QUOTED = re.compile(r'“[^”\n]*”|"[^"\n]*"|«[^»\n]*»')


def report(score, claims, gold):
    """Prints how well each kind is found, and how far confidence can be relied on."""
    by_article = collections.defaultdict(list)
    for claim in claims:
        if claim.get('source') or claim['kind'] != 'OWN_VOICE' and claim.get('cue'):
            by_article[claim['articleId']].append(claim)
    recall = collections.defaultdict(lambda: [0, 0, 0])
    precision = collections.defaultdict(lambda: [0, 0, 0])
    judged = []
    for article in gold:
        system = by_article[article['id']]
        pairs = matches(score, article, system)
        for i, attribution in enumerate(article['attributions']):
            right = i in pairs and same_source(score, attribution, system[pairs[i]])
            count(recall[kind(score, article['text'], attribution['content'])], i in pairs, right)
        of_claim = {claim: i for i, claim in pairs.items()}
        for i, claim in enumerate(system):
            right = i in of_claim and same_source(score, article['attributions'][of_claim[i]], claim)
            count(precision[claim['kind'].lower()], i in of_claim, right)
            judged.append((claim.get('confidence'), right))
    for name in ('direct', 'mixed', 'indirect'):
        show(score, f'{name}.gold', recall[name])
        show(score, f'{name}.system', precision[name])
    reliability(score, judged)


def count(counts, found, right):
    counts[0] += 1
    counts[1] += found
    counts[2] += right


def show(score, name, counts):
    total = counts[0]
    score.show(f'{name}.count', total)
    score.show(f'{name}.content_iou50', counts[1] / total if total else 0.0)
    score.show(f'{name}.content_iou50_and_source', counts[2] / total if total else 0.0)


def matches(score, article, system):
    """From gold attribution to the one claim that finds it: content IoU of at least .5, the best first."""
    candidates = []
    contents = [score.chars(score.spans_of(claim['content'])) for claim in system]
    for g, attribution in enumerate(article['attributions']):
        wanted = score.chars(attribution['content'])
        for s, content in enumerate(contents):
            both = len(wanted & content)
            if both and both / len(wanted | content) >= .5:
                candidates.append((both / len(wanted | content), g, s))
    pairs, used = {}, set()
    for _, g, s in sorted(candidates, reverse=True):
        if g not in pairs and s not in used:
            pairs[g] = s
            used.add(s)
    return pairs


def same_source(score, attribution, claim):
    wanted, source = score.chars(attribution['source']), score.chars(score.spans_of(claim.get('source')))
    return not wanted and not source or bool(wanted & source)


def kind(score, text, content):
    """The gold does not say: direct when nearly all of it is in quotation marks, mixed when some of it is."""
    words = {i for i in score.chars(content) if text[i].isalnum()}
    quoted = {i for mark in QUOTED.finditer(text) for i in range(*mark.span())}
    share = len(words & quoted) / len(words) if words else 0
    return 'direct' if share >= .9 else 'mixed' if share > 0 else 'indirect'


def reliability(score, judged):
    """Confidence against the share of right claims, in bins of equal width, and their mean distance."""
    known = [(confidence, right) for confidence, right in judged if confidence is not None]
    if not known:
        print('# reliability: no claim carries a confidence')
        return
    bins = collections.defaultdict(list)
    for confidence, right in known:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    print('# reliability: confidence from, to, claims, mean confidence, share right')
    distance = 0.0
    for i, claims in sorted(bins.items()):
        mean = sum(confidence for confidence, _ in claims) / len(claims)
        share = sum(right for _, right in claims) / len(claims)
        distance += len(claims) / len(known) * abs(mean - share)
        print(f'{i / BINS:.1f} {(i + 1) / BINS:.1f} {len(claims)} {mean:.3f} {share:.3f}')
    score.show('confidence.expected_calibration_error', distance)
    score.show('confidence.brier', sum((confidence - right) ** 2 for confidence, right in known) / len(known))
