#!/usr/bin/env python3
"""Runs extraction and the pipeline over gold data and prints one figure a line. Python 3.9+, standard library only.

  src/eval/evaluate.py DATA SCORE

DATA is the folder with polnear.*.jsonl, SCORE the path of score.py; the stories are looked for in `stories` beside
SCORE. What each figure means stands in docs/evaluation.md.
"""
import argparse
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

import judging

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / 'onrecord'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('data', type=pathlib.Path, metavar='DATA')
    parser.add_argument('score', type=pathlib.Path, metavar='SCORE')
    parser.add_argument('--only', choices=('attribution', 'stories'), help='one part instead of both')
    parser.add_argument('--sets', nargs='+', default=['dev'], metavar='NAME', help='polnear.NAME.jsonl; by default dev')
    parser.add_argument('--stories', type=pathlib.Path, help='the folder of the stories')
    parser.add_argument('--onrecord', type=pathlib.Path, default=LAUNCHER, help='the launcher')
    parser.add_argument('--keep', type=pathlib.Path, metavar='FOLDER', help='where inputs, claims and facts stay')
    args = parser.parse_args()
    stories = args.stories or args.score.parent / 'stories'
    parts = [args.only] if args.only else ['attribution', 'stories']
    need(args.score.is_file(), f'{args.score} is not there; give the path of score.py')
    need(args.onrecord.is_file(), f'{args.onrecord} is not there; give the launcher with --onrecord')
    if 'attribution' in parts:
        need(args.data.is_dir(), f'{args.data} is not there; give the folder with polnear.*.jsonl')
        for name in args.sets:
            need(polnear(args, name).is_file(), f'{polnear(args, name)} is not there; choose others with --sets')
    if 'stories' in parts:
        need(any(stories.glob('*.json')), f'{stories} has no stories; give their folder with --stories')
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if 'attribution' in parts:
            for name in args.sets:
                attribution(args, name, folder)
        if 'stories' in parts:
            replay(args, sorted(stories.glob('*.json')), folder)


def need(condition, message):
    if not condition:
        sys.exit(f'evaluate.py: {message}.')


def polnear(args, name):
    return args.data / f'polnear.{name}.jsonl'


def attribution(args, name, folder):
    """Claims of PolNeAR's articles against its annotators'."""
    gold = read_lines(polnear(args, name))
    articles, claims = folder / f'polnear.{name}.articles.jsonl', folder / f'polnear.{name}.claims.jsonl'
    write_lines(articles, ({
        'id': article['id'], 'outlet': article['outlet'], 'headline': article['title'],
        'publishedAt': article['published'] or '1970-01-01', 'body': article['text']} for article in gold))
    run(args, 'extract', articles, '--format', 'jsonl', '--output', claims)
    found = list(in_code_points(read_lines(claims), {article['id']: article['text'] for article in gold}))
    write_lines(claims, found)
    heading(f'polnear.{name}')
    score(args, 'attribution', claims, polnear(args, name))
    judging.report(load(args.score), found, gold)


def in_code_points(claims, texts):
    """Our spans count UTF-16 units and the gold's code points; they differ after a character beyond U+FFFF."""
    for claim in claims:
        text = texts[claim['articleId']]
        if any(ord(character) > 0xFFFF for character in text):
            index = [i for i, character in enumerate(text) for _ in range(2 if ord(character) > 0xFFFF else 1)]
            index.append(len(text))
            for part in ('content', 'source', 'cue'):
                if claim.get(part):
                    claim[part]['spans'] = [[index[a], index[b]] for a, b in claim[part]['spans']]
        yield claim


def replay(args, stories, folder):
    """Claims and facts of the stories, all stories through one pipeline."""
    articles, claims, facts = (folder / f'stories.{part}.jsonl' for part in ('articles', 'claims', 'facts'))
    write_lines(articles, (article for story in stories
                           for article in json.loads(story.read_text(encoding='utf-8'))['articles']))
    run(args, 'replay', '--input', articles, '--claims', claims, '--facts', facts)
    heading('stories')
    score(args, 'stories', claims, facts, *stories)


def run(args, *command):
    done = subprocess.run([args.onrecord, *command], stdout=sys.stderr)
    need(done.returncode == 0, f'onrecord {command[0]} ended with {done.returncode}')


def score(args, *command):
    sys.stdout.flush()
    done = subprocess.run([sys.executable, args.score, *command])
    need(done.returncode == 0, f'{args.score} ended with {done.returncode}')


def load(path):
    spec = importlib.util.spec_from_file_location('score', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def heading(name):
    print(f'# {name}')


def read_lines(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_lines(path, objects):
    with open(path, 'w', encoding='utf-8') as lines:
        lines.writelines(json.dumps(item) + '\n' for item in objects)


if __name__ == '__main__':
    main()
