"""Reads what write-corpus.ts wrote, and writes what teachers say of it.

Columns of tokens become tensors on the device; documents are cut between sentences into passages, which are put into batches of
about the same length. Opinions are written a document a line, gzipped: {"id", "tokens", NAME: [base64, ...]}, one entry a teacher
or a sample (training/teachers/opinions.ts reads them).
"""

import base64
import gzip
import json
import os

import numpy as np
import torch

COLUMNS = {
    "word": np.int32,
    "head": np.int32,
    "names": np.uint32,
    "upos": np.uint8,
    "xpos": np.uint8,
    "place": np.uint8,
    "quotation": np.uint8,
    "relation": np.uint8,
    "statements": np.uint8,
    "placeList": np.uint8,
    "personList": np.uint8,
    "capitals": np.uint8,
}

# Characters of a form that are looked at: its first and its last ones.
CHARACTERS = 16


class Corpus:
    """All documents. Columns are int64 tensors over the tokens of all of them."""

    def __init__(self, folder, device):
        with open(os.path.join(folder, "corpus.json"), encoding="utf8") as file:
            facts = json.load(file)
        self.facts = facts
        self.documents = facts["documents"]
        self.device = device
        for name, kind in COLUMNS.items():
            values = np.fromfile(os.path.join(folder, name + ".bin"), dtype=kind).astype(np.int64)
            setattr(self, name, torch.from_numpy(values).to(device))
        self.lists = [self.placeList, self.personList, self.capitals]
        forms = facts["forms"]
        vectors = np.fromfile(os.path.join(folder, "vectors.bin"), dtype=np.int16)
        vectors = vectors.reshape(len(forms), facts["dimensions"]).astype(np.float32) / 4096
        self.vectors = torch.from_numpy(vectors).to(device)
        lowers = {}
        self.lower = torch.tensor([lowers.setdefault(form.lower(), len(lowers)) for form in forms], device=device)
        self.lowers = len(lowers)
        self.characters = torch.from_numpy(spell(forms)).to(device)
        # Whether a sentence begins.
        self.begins = (self.place > 0).cpu().numpy()

    def passages(self, documents, longest):
        """Ranges [first, last) of tokens: whole sentences, at most `longest` tokens where a sentence is not longer."""
        ranges = []
        for document in documents:
            first = document["first"]
            end = first + document["tokens"]
            edges = np.flatnonzero(self.begins[first:end]) + first
            edges = [*edges[1:], end] if len(edges) else []
            last = first
            for edge in edges:
                if last > first and edge - first > longest:
                    ranges.append((first, last))
                    first = last
                last = edge
            if last > first:
                ranges.append((first, last))
        return ranges


def spell(forms):
    """Characters of each form as numbers: 0 is none, 1 begins, 2 ends, the rest by code."""
    table = np.zeros((len(forms), CHARACTERS + 2), dtype=np.int64)
    for row, form in enumerate(forms):
        if len(form) > CHARACTERS:
            form = form[: CHARACTERS // 2] + form[-CHARACTERS // 2 :]
        codes = [1] + [3 + (ord(c) if ord(c) < 253 else 253 + ord(c) % 64) for c in form] + [2]
        table[row, : len(codes)] = codes
    return table


CODES = 3 + 253 + 64


def batches(ranges, tokens, generator=None):
    """Batches of about `tokens` tokens of ranges of like length: (index, mask), index into the columns. Shuffled where a generator is given."""
    noise = generator.random(len(ranges)) * 20 if generator is not None else np.zeros(len(ranges))
    order = np.argsort([last - first + noise[i] for i, (first, last) in enumerate(ranges)], kind="stable")
    groups = []
    group = []
    widest = 0
    for i in order:
        width = ranges[i][1] - ranges[i][0]
        if group and max(widest, width) * (len(group) + 1) > tokens:
            groups.append(group)
            group = []
            widest = 0
        group.append(i)
        widest = max(widest, width)
    if group:
        groups.append(group)
    if generator is not None:
        generator.shuffle(groups)
    for group in groups:
        # The longest first, as packed sequences want it.
        group = sorted(group, key=lambda i: ranges[i][0] - ranges[i][1])
        lengths = np.array([ranges[i][1] - ranges[i][0] for i in group])
        steps = np.arange(lengths.max())
        mask = steps[None, :] < lengths[:, None]
        index = np.array([ranges[i][0] for i in group])[:, None] + np.minimum(steps[None, :], lengths[:, None] - 1)
        yield torch.from_numpy(index), torch.from_numpy(mask)


def write_opinions(path, documents, columns):
    """columns: name to a list of arrays over all tokens, one a teacher or sample."""
    with gzip.open(path, "wt", encoding="utf8", compresslevel=6) as file:
        for document in documents:
            first, tokens = document["first"], document["tokens"]
            line = {"id": document["id"], "tokens": tokens}
            for name, opinions in columns.items():
                pieces = [np.ascontiguousarray(values[first : first + tokens]) for values in opinions]
                line[name] = [base64.b64encode(piece.tobytes()).decode("ascii") for piece in pieces]
            file.write(json.dumps(line) + "\n")
