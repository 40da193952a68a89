"""What the two small transformers share: word pieces, layers that can be trained, and files that Java can run.

BERT's shape (Devlin et al., 2019) at MiniLM's width. Needs torch 1.13 and onnx 1.12 (Debian: python3-torch
python3-onnx, and libopenblas0-pthread, which makes training ten times as fast).
"""
import math
import unicodedata

import numpy as np
import torch
from onnx import TensorProto, helper, numpy_helper, save
from torch import nn
from torch.nn import functional

WIDTH, INNER, HEADS = 384, 1536, 12
WINDOW = 256
EPSILON = 1e-12
LEFT_OUT = .1


# ---------------------------------------------------------------- words to pieces

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
        parts = [[]]
        for c in plain:
            if c.isspace():
                parts.append([])
            elif is_mark(c):
                parts += [[c], []]
            else:
                parts[-1].append(c)
        pieces = [piece for part in parts for piece in self.longest(''.join(part))]
        return pieces or [self.numbers['[UNK]']]

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


class Transformer(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = nn.Dropout(LEFT_OUT)
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

    def states(self, ids, valid):
        mask = torch.where(valid, 0., -1e4)[:, None, None, :]
        x = self.drop(self.norm(self.words(ids) + self.places.weight[:ids.shape[1]]))
        for layer in self.layers:
            x = layer(x, mask)
        return x


def padded(rows):
    """Rows of pieces as (pieces, which of them are there), each as long as the longest."""
    ids = torch.zeros(len(rows), max(len(row) for row in rows), dtype=torch.long)
    valid = torch.zeros(ids.shape, dtype=torch.bool)
    for number, row in enumerate(rows):
        ids[number, :len(row)] = torch.tensor(row)
        valid[number, :len(row)] = True
    return ids, valid


def descend(optimizer, parameters, loss):
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(parameters, 1.)
    optimizer.step()


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

    def embed(self, model):
        """What goes into the first layer: [1, n, WIDTH] of the input "pieces", [n]."""
        words = array(model.words.weight)
        scale = np.float32(np.abs(words).max(1, keepdims=True) / 127)
        self.constant('words', np.clip(np.rint(words / scale), -127, 127).astype(np.int8))
        self.constant('words.scale', scale)
        whole = self.node('Cast', [self.node('Gather', ['words', 'pieces'], 'whole')], 'whole.float',
                          to=TensorProto.FLOAT)
        x = self.node('Mul', [whole, self.node('Gather', ['words.scale', 'pieces'], 'scales')], 'embedded')
        self.constant('zero', np.array([0], np.int64))
        places = self.node('Slice', [self.constant('places', array(model.places.weight)[:WINDOW]), 'zero',
                                     self.node('Shape', ['pieces'], 'n')], 'places.used')
        x = self.node('LayerNormalization', [
            self.node('Add', [x, places], 'placed'), self.constant('norm.weight', array(model.norm.weight)),
            self.constant('norm.bias', array(model.norm.bias))], 'normed', axis=-1, epsilon=EPSILON)
        x = self.node('Unsqueeze', [x, 'zero'], 'input')
        for name, value in (('by_head', [1, -1, HEADS, WIDTH // HEADS]), ('together', [1, -1, WIDTH]),
                            ('thirds', [WIDTH] * 3)):
            self.constant(name, np.array(value, np.int64))
        self.constant('softer', np.array(1 / math.sqrt(WIDTH // HEADS), np.float32))
        return x

    def encode(self, layer, name, x, only=None):
        """One layer; only for the places that the input `only` names, if one is given."""
        q, k, v = self.node('Split', [self.linear(x, layer.qkv, f'{name}.qkv'), 'thirds'],
                            [f'{name}.{part}' for part in 'qkv'], axis=2)
        q, k, v = (self.node('Transpose', [self.node('Reshape', [part, 'by_head'], f'{part}.heads')], f'{part}.turned',
                             perm=perm) for part, perm in ((q, [0, 2, 1, 3]), (k, [0, 2, 3, 1]), (v, [0, 2, 1, 3])))
        attention = self.node('Softmax', [self.node('Mul', [
            self.node('MatMul', [q, k], f'{name}.product'), 'softer'], f'{name}.scaled')], f'{name}.attention', axis=-1)
        seen = self.node('Reshape', [self.node('Transpose', [self.node(
            'MatMul', [attention, v], f'{name}.seen')], f'{name}.seen.turned', perm=[0, 2, 1, 3]), 'together'],
            f'{name}.all')
        if only:
            seen = self.node('Gather', [seen, only], f'{name}.seen.words', axis=1)
            x = self.node('Gather', [x, only], f'{name}.words', axis=1)
        x = self.sum_and_norm(x, self.linear(seen, layer.out, f'{name}.out'), layer.norm1, f'{name}.norm1')
        wide = self.own('Gelu', [self.linear(x, layer.wide, f'{name}.wide')], f'{name}.gelu')
        return self.sum_and_norm(x, self.linear(wide, layer.narrow, f'{name}.narrow'), layer.norm2, f'{name}.norm2')

    def save(self, name, inputs, output, path):
        """inputs and output: (name, type, shape)."""
        made = helper.make_graph(self.nodes, name, [helper.make_tensor_value_info(*i) for i in inputs],
                                 [helper.make_tensor_value_info(*output)], self.constants)
        file = helper.make_model(made, producer_name='onrecord', opset_imports=[
            helper.make_opsetid('', 17), helper.make_opsetid('com.microsoft', 1)])
        file.ir_version = 8
        save(file, str(path))


def array(parameter):
    return parameter.detach().numpy()


def int8(values, axis):
    """Whole numbers of up to 63 either way: with eight bits, processors without VNNI overflow unseen."""
    scale = (np.abs(values).max(axis, keepdims=True) / 63).astype(np.float32)
    return scale, np.clip(np.rint(values / scale), -63, 63).astype(np.int8)
