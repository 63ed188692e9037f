"""What a tree says of a token, for taggers to read: what it hangs on, and the longest phrases that begin and end with it
(src/reading/statements/phrases.ts says the same for the models that ship)."""

import numpy as np
import torch
from torch import nn

# Relations of tokens that are in no tree, or in no phrase.
NONE = 63
WORDS = 6
FARTHEST = 15


def read_trees(path, device):
    """Columns of tokens by a file of parse.py: indexes into all tokens, and numbers to be embedded."""
    found = np.load(path)
    apart = found["head"].astype(np.int64)
    relation = found["relation"].astype(np.int64)
    own = np.arange(len(apart))
    head = np.where(apart == 0, own, own + apart)
    first, last, up = own.copy(), own.copy(), head.copy()
    for _ in range(40):
        np.minimum.at(first, up, own)
        np.maximum.at(last, up, own)
        up = head[up]
    opens, closes = np.full_like(own, -1), np.full_like(own, -1)
    # The longest phrase is the last one written.
    order = np.argsort(last - first, kind="stable")
    order = order[(last > first)[order]]
    opens[first[order]] = order
    closes[last[order]] = order
    safe = lambda at: np.where(at < 0, own, at)
    o, c = safe(opens), safe(closes)
    words = np.stack([head, head[head], o, head[o], c, head[c]], 1)
    absent = np.stack([apart == 0, (apart == 0) | (apart[head] == 0), opens < 0, opens < 0, closes < 0, closes < 0], 1)
    side = np.clip(apart, -7, 7) + 8
    numbers = np.stack(
        [
            relation,
            np.where(apart == 0, NONE, relation[head]),
            np.where(opens < 0, NONE, relation[o]),
            np.where(closes < 0, NONE, relation[c]),
            side,
            np.where(opens < 0, 0, np.clip(last[o] - own, 0, FARTHEST)),
            np.where(closes < 0, 0, np.clip(own - first[c], 0, FARTHEST)),
        ],
        1,
    )
    to = lambda values: torch.from_numpy(values).to(device)
    return {"words": to(words), "absent": to(absent), "numbers": to(numbers)}


class TreeReader(nn.Module):
    """Rows of WIDTH columns of what the tree says."""

    WIDTH = 160 + 4 * 20 + 3 * 8

    def __init__(self, dimensions):
        super().__init__()
        self.relations = nn.Embedding(64, 20)
        self.places = nn.ModuleList(nn.Embedding(FARTHEST + 1, 8) for _ in range(3))
        self.words = nn.Linear(WORDS * dimensions, 160)

    def forward(self, corpus, index):
        trees = corpus.trees
        vectors = corpus.vectors[corpus.word[trees["words"][index]]]
        vectors = vectors.masked_fill(trees["absent"][index].unsqueeze(3), 0).flatten(2)
        numbers = trees["numbers"][index]
        relations = self.relations(numbers[..., :4]).flatten(2)
        places = [place(numbers[..., 4 + i]) for i, place in enumerate(self.places)]
        return torch.cat([torch.relu(self.words(vectors)), relations, *places], 2)
