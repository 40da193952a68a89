#!/usr/bin/env python3
"""Makes fact-encoder.onnx: the small transformer that says where in a sentence one fact ends and the next begins.

  fact_encoder.py MINILM.jar FACTS FOLDER [--rounds 8] [--seed 1] [--folds 0]

MINILM.jar  as for word_encoder.py, whose shape and word pieces this shares.
FACTS       a folder of marked sentences (src/train/facts), one a line: `|` stands before a word with which a fact
            begins that is not the first, `^` before one with which a fact goes on after another that was put into it.
FOLDER      where the file goes; beside the tagger's weights to ship it.
--folds     instead of writing a file, so many times train on all sentences but one in so many, and judge on those.

transformer.py says what it needs. Five minutes; one thread; the same sentences and seed give the same weights on one
machine.
"""
import argparse
import pathlib
import random
import re

import torch

from transformer import padded
from word_encoder import export, start, train, windows

PLAIN, BEGINS, GOES_ON = range(3)
MARKS = {'|': BEGINS, '^': GOES_ON}
WORD = re.compile(r"[^\W\d_]+(?=n['’]t\b)|n['’]t\b|\w+(?:[.,'’-]\w+)*|[^\w\s]")


def read(line):
    """Words about as Tokenizer.java cuts them, and the state of each."""
    words, states, mark = [], [], PLAIN
    for token in line.split():
        if token in MARKS:
            mark = MARKS[token]
            continue
        for word in WORD.findall(token):
            marked = word[0].isalnum()
            words.append(word)
            states.append(mark if marked else PLAIN)
            mark = PLAIN if marked else mark
    return {'words': words, 'states': states}


def judge(model, sentences, pieces):
    """(right, found, marked) beginnings of facts, and how many sentences are wholly right of how many."""
    right = found = marked = exact = 0
    for sentence in sentences:
        states = []
        for ids, firsts, _ in windows(sentence, pieces):
            with torch.no_grad():
                states += model(*padded([ids]))[0, torch.tensor(firsts)].argmax(-1).tolist()
        told = {i for i, state in enumerate(states) if state == BEGINS}
        true = {i for i, state in enumerate(sentence['states']) if state == BEGINS}
        right, found, marked = right + len(told & true), found + len(told), marked + len(true)
        exact += states == sentence['states']
    return right, found, marked, exact, len(sentences)


def trained(args, sentences):
    pieces, model = start(args.minilm, len(MARKS) + 1, args.seed)
    train(model, [s for sentence in sentences for s in windows(sentence, pieces)], pieces, args.rounds)
    return pieces, model.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('minilm', type=pathlib.Path, metavar='MINILM.jar')
    parser.add_argument('facts', type=pathlib.Path, metavar='FACTS')
    parser.add_argument('folder', type=pathlib.Path, metavar='FOLDER')
    parser.add_argument('--rounds', type=float, default=8)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--folds', type=int, default=0)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    sentences = [read(line) for file in sorted(args.facts.glob('*.txt'))
                 for line in file.read_text(encoding='utf-8').splitlines()]
    print(len(sentences), 'sentences,', sum(s['states'].count(BEGINS) for s in sentences), 'marks', flush=True)
    if not args.folds:
        export(trained(args, sentences)[1], args.folder / 'fact-encoder.onnx')
        return
    random.Random(args.seed).shuffle(sentences)
    sums = [0] * 5
    for fold in range(args.folds):
        pieces, model = trained(args, [s for i, s in enumerate(sentences) if i % args.folds != fold])
        found = judge(model, sentences[fold::args.folds], pieces)
        sums = [a + b for a, b in zip(sums, found)]
        right, found, marked, exact, judged = sums
        print(f'beginnings: precision {right / found:.3f}, recall {right / marked:.3f}; '
              f'{exact} sentences wholly right of {judged}')


if __name__ == '__main__':
    main()
