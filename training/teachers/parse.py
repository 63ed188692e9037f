"""Trains a parser on the treebanks and lets it read all other texts:

    python3 training/teachers/parse.py --corpus FOLDER --out FOLDER --seed 1

Writes OUT/parse-SEED.npz (what it says of every token: head, counted from the token, 0 for the root; relation) and
OUT/rows-SEED.npy (its last layer's rows, which tag.py reads). `--collect` puts those of several seeds into OUT/parse.jsonl.gz. A GPU
is wanted: some minutes each.
"""

import argparse
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

from corpus import Corpus, batches, write_opinions
from network import Parser

EPOCHS = 32
BATCH = 6000
LONGEST = 90
RATE = 0.002
ROOT = 0


def learn(parser, corpus, passages, generator, epochs):
    optimizer = torch.optim.Adam(parser.parameters(), lr=RATE, betas=(0.9, 0.95))
    steps = epochs * sum(1 for _ in batches(passages, BATCH))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / 200) * max(0.02, 1 - s / steps))
    sentence = (corpus.place > 0).long().cumsum(0)
    start = time.time()
    for epoch in range(1, epochs + 1):
        parser.train()
        total = torch.zeros((), device=corpus.device)
        for index, mask in batches(passages, BATCH, generator):
            index, mask = index.to(corpus.device), mask.to(corpus.device)
            _, arcs, dependents, heads = parser(index, mask, sentence[index])
            # Heads are counted from the document's first token: documents are laid one after the other.
            absolute = corpus.head[index] + corpus.offset[index]
            gold = torch.where(corpus.head[index] < 0, mask.shape[1], absolute - index[:, :1])
            arc_loss = F.cross_entropy(arcs[mask], gold[mask])
            scores = parser.relation_scores(dependents, heads, gold)
            loss = arc_loss + F.cross_entropy(scores[mask], corpus.relation[index][mask])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parser.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            total += loss.detach()
        if epoch % 4 == 0 or epoch == epochs:
            print(f"round {epoch}: loss {total.item():.1f}, {time.time() - start:.0f} s, {scores_on_dev(parser, corpus)}", flush=True)


@torch.no_grad()
def read(parser, corpus, documents, keep=None):
    """Heads, counted from the first token of all, -1 for the root; and relations. Rows go to `keep`."""
    parser.eval()
    sentence = (corpus.place > 0).long().cumsum(0)
    heads = torch.full_like(corpus.word, -1)
    relations = torch.zeros_like(corpus.word)
    for index, mask in batches(corpus.passages(documents, LONGEST), 2 * BATCH):
        index, mask = index.to(corpus.device), mask.to(corpus.device)
        rows, arcs, dependents, governors = parser(index, mask, sentence[index])
        chosen = arcs.argmax(2)
        scores = parser.relation_scores(dependents, governors, chosen)
        is_root = chosen == mask.shape[1]
        scores[..., corpus.root] = -1e4
        found = torch.where(is_root, corpus.root, scores.argmax(2))
        heads[index[mask]] = torch.where(is_root, -1, chosen + index[:, :1])[mask]
        relations[index[mask]] = found[mask]
        if keep is not None:
            keep[index[mask]] = rows[mask].half()
    return heads, relations


def scores_on_dev(parser, corpus):
    """LAS from raw text, without subtypes of relations, a development set each."""
    report = []
    for name in ("EWT", "GUM"):
        documents = [d for d in corpus.documents if d["set"] == name]
        heads, relations = read(parser, corpus, documents)
        hits = words = 0
        for document in documents:
            part = slice(document["first"], document["first"] + document["tokens"])
            gold = corpus.head[part]
            gold = torch.where(gold >= 0, gold + document["first"], gold)
            right = (gold == heads[part]) & (corpus.plain[corpus.relation[part]] == corpus.plain[relations[part]])
            hits += right.sum().item()
            words += document["words"] + document["tokens"]
        report.append(f"{name} {200 * hits / words:.2f}")
    return ", ".join(report)


def prepare(corpus):
    relations = corpus.facts["relations"]
    plain = {}
    numbers = [plain.setdefault(name.split(":")[0], len(plain)) for name in relations]
    corpus.plain = torch.tensor(numbers + [-1] * (256 - len(numbers)), device=corpus.device)
    corpus.root = relations.index("root")
    corpus.offset = torch.zeros_like(corpus.word)
    for document in corpus.documents:
        corpus.offset[document["first"] : document["first"] + document["tokens"]] = document["first"]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--corpus", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--epochs", type=int, default=EPOCHS)
    options.add_argument("--hidden", type=int, default=400)
    options.add_argument("--collect", type=int, nargs="*")
    given = options.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.allow_tf32 = True
    torch.manual_seed(given.seed)
    corpus = Corpus(given.corpus, device)
    prepare(corpus)
    unread = [d for d in corpus.documents if not d["isDev"] and d["set"] in ("polnear", "plain")]
    if given.collect:
        found = [np.load(os.path.join(given.out, f"parse-{seed}.npz")) for seed in given.collect]
        columns = {name: [teacher[name] for teacher in found] for name in ("head", "relation")}
        write_opinions(os.path.join(given.out, "parse.jsonl.gz"), unread, columns)
        return
    parser = Parser(corpus, given.hidden, relations=len(corpus.facts["relations"])).to(device)
    train = [d for d in corpus.documents if d["set"] == "treebank"]
    learn(parser, corpus, corpus.passages(train, LONGEST), np.random.default_rng(given.seed), given.epochs)
    keep = torch.zeros(len(corpus.word), 2 * given.hidden, dtype=torch.half, device=device)
    heads, relations = read(parser, corpus, [d for d in corpus.documents if d["set"] != "treebank"], keep)
    own = torch.arange(len(heads), device=device)
    apart = torch.where(heads < 0, 0, heads - own).clamp(-32000, 32000)
    np.savez(
        os.path.join(given.out, f"parse-{given.seed}.npz"),
        head=apart.cpu().numpy().astype(np.int16),
        relation=relations.cpu().numpy().astype(np.uint8),
    )
    np.save(os.path.join(given.out, f"rows-{given.seed}.npy"), keep.cpu().numpy())


if __name__ == "__main__":
    main()
