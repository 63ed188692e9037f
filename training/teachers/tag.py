"""Trains a tagger of statements or of names on all documents but those of one part, and lets it read that part and all texts without
gold:

    python3 training/teachers/tag.py statements --corpus FOLDER --out FOLDER --part 0 --seed 1

It reads the rows of one of the parsers (OUT/rows-SEED.npy of parse.py). Writes OUT/TASK-PART-SEED.npz: for each token read, the best
label and some drawn from the chain, as a run of labels each. `--collect` puts those of several seeds into OUT/TASK.jsonl.gz. No
document is told of by a tagger that has learned from it, though one may have learned from it in small letters or in capitals (names). A
GPU is wanted: a minute each.
"""

import argparse
import os
import time

import numpy as np
import torch

from corpus import Corpus, batches, write_opinions
from network import Averages, Tagger, log_partition, path_score, read_sequences
from trees import read_trees

PARTS = 4
# With the best one, as many runs of labels as there are parts.
SAMPLES = PARTS - 1
RATE = 0.002
UNKNOWN = 255
# Share of the words of names that are replaced.
SWAPPED = 0.25
# Sets of names in the order of NAME_SETS (training/names/gold.ts); the last stands for no set in particular.
SETS = ("uner", "gum", "crossner", "polnear", "any")


class Statements:
    labels, epochs, batch, longest, flags = 13, 11, 8000, 250, 0

    def documents(self, corpus):
        return [d for d in corpus.documents if d["set"] == "polnear" and not d["isDev"]]

    def unread(self, corpus):
        return [d for d in corpus.documents if d["set"] == "plain"]

    def met(self, passages, kinds, epoch):
        return passages

    def disguise(self, corpus, index):
        return corpus.word[index]

    def loss(self, scores, transitions, mask, corpus, index):
        gold = corpus.statements[index]
        return log_partition(scores, transitions, mask) - path_score(scores, transitions, mask, gold)

    def report(self, corpus, found):
        counts = [[0, 0, 0] for _ in range(3)]
        for document in corpus.documents:
            if document["set"] != "polnear" or not document["isDev"]:
                continue
            part = slice(document["first"], document["first"] + document["tokens"])
            gold = set(runs(corpus.statements[part].cpu().numpy(), corpus.begins[part]))
            guess = set(runs(found[part], corpus.begins[part]))
            for role in range(3):
                counts[role][0] += sum(1 for run in gold & guess if run[0] == role)
                counts[role][1] += sum(1 for run in gold if run[0] == role)
                counts[role][2] += sum(1 for run in guess if run[0] == role)
        return ", ".join(f"{n} {2 * h / max(1, g + f):.4f}" for n, (h, g, f) in zip(("source", "cue", "content"), counts))


class Names:
    labels, epochs, batch, longest, flags = 29, 11, 8000, 200, len(SETS)

    def documents(self, corpus):
        sets = ("uner", "gum", "crossner", "polnear")
        chosen = [d for d in corpus.documents if d["set"] in sets and not d["isDev"]]
        return [d for d in chosen if corpus.names[d["first"]] > 0]

    def unread(self, corpus):
        return [d for d in corpus.documents if d["set"] == "plain"]

    def met(self, passages, kinds, epoch):
        # Half of the silver names, in turn: there are twice as many as gold ones, and they are worse.
        return [p for i, (p, kind) in enumerate(zip(passages, kinds)) if kind != "polnear" or (i + epoch) % 2 == 0]

    def disguise(self, corpus, index):
        """Forms, with some words of names replaced by others of the same label."""
        if not hasattr(self, "donors"):
            labels = torch.arange(1, self.labels, device=index.device)
            capital = torch.tensor([form[:1].isupper() for form in corpus.facts["forms"]], device=index.device)
            own = corpus.gold_names & capital[corpus.word]
            self.donors = [corpus.word[own & (corpus.names == 1 << label)] for label in labels]
        word = corpus.word[index]
        names = corpus.names[index]
        swapped = torch.rand(word.shape, device=index.device) < SWAPPED
        for label, donors in enumerate(self.donors, 1):
            if len(donors) == 0:
                continue
            drawn = donors[torch.randint(len(donors), word.shape, device=index.device)]
            word = torch.where(swapped & (names == 1 << label), drawn, word)
        return word

    def loss(self, scores, transitions, mask, corpus, index):
        bits = torch.arange(self.labels, device=scores.device)
        allowed = (corpus.names[index].unsqueeze(2) >> bits) & 1
        ruled = scores.masked_fill(allowed == 0, -1e4)
        wanted = log_partition(ruled, transitions, mask)
        # Where no sequence is allowed, nothing is learned.
        loss = log_partition(scores, transitions, mask) - wanted
        return torch.where(wanted > -1e3, loss, torch.zeros_like(loss))

    def report(self, corpus, found):
        report = []
        for name, chosen in (("UNER", "uner"), ("GUM news", "GUM_news"), ("GUM", "gum")):
            counts = [[0, 0, 0] for _ in range(3)]
            for document in corpus.documents:
                if not document["isDev"] or "spans" not in document:
                    continue
                if document["set"] != chosen and not document["id"].startswith(chosen):
                    continue
                part = slice(document["first"], document["first"] + document["tokens"])
                guess = {(kind, first, last) for kind, first, last in runs(found[part]) if kind < 3}
                gold = [(kind, first, last) for first, last, kind in document["spans"] if kind < 3]
                for kind, first, last in gold:
                    counts[kind][1] += 1
                    counts[kind][0] += (kind, first, last) in guess
                for kind, _, _ in guess:
                    counts[kind][2] += 1
            f1 = lambda h, g, f: 2 * h / max(1, g + f)
            parts = "/".join(f"{f1(*c):.3f}" for c in counts)
            report.append(f"{name} {f1(*np.array(counts).sum(0)):.4f} ({parts})")
        return ", ".join(report)


def runs(labels, begins=None):
    """Runs (kind, first, last) of labels as src/language/network/runs.ts reads them; cut where `begins`, if that is given."""
    found = []
    t = 0
    while t < len(labels):
        if labels[t] in (0, UNKNOWN):
            t += 1
            continue
        first, kind = t, (labels[t] - 1) // 4
        t += 1
        while t < len(labels) and labels[t] > 0 and (labels[t] - 1) // 4 == kind and (labels[t] - 1) % 4 in (1, 2):
            if begins is not None and begins[t]:
                break
            t += 1
        found.append((int(kind), first, t))
    return found


def flags_of(task, corpus, index, kinds, training):
    if not task.flags:
        return None
    flags = kinds[index[:, 0]]
    if training:
        hidden = torch.rand(flags.shape, device=flags.device) < 0.2
        flags = torch.where(hidden, len(SETS) - 1, flags)
    return flags


def learn(task, tagger, corpus, rows, documents, kinds, generator, epochs):
    passages, sets = [], []
    for document in documents:
        own = corpus.passages([document], task.longest)
        passages += own
        sets += [document["set"]] * len(own)
    optimizer = torch.optim.Adam(tagger.parameters(), lr=RATE, betas=(0.9, 0.99))
    steps = epochs * sum(1 for _ in batches(task.met(passages, sets, 1), task.batch))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / 100) * max(0.03, 1 - s / steps))
    averages = Averages(tagger)
    start = time.time()
    for epoch in range(1, epochs + 1):
        tagger.train()
        total = torch.zeros((), device=corpus.device)
        for index, mask in batches(task.met(passages, sets, epoch), task.batch, generator):
            extra = torch.from_numpy(rows[index.numpy()]).to(corpus.device).float()
            index, mask = index.to(corpus.device), mask.to(corpus.device)
            flags = flags_of(task, corpus, index, kinds, True)
            scores = tagger(index, mask, extra, flags, task.disguise(corpus, index))
            loss = task.loss(scores, tagger.transitions, mask, corpus, index).sum() / mask.sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            averages.update()
            total += loss.detach()
        if epoch % 3 == 0 or epoch == epochs:
            dev = [d for d in corpus.documents if d["isDev"] and d["set"] in ("polnear", "uner", "gum")]
            averages.swap()
            found = read(task, tagger, corpus, rows, dev, kinds, 1)[0]
            if epoch < epochs:
                averages.swap()
            print(f"round {epoch}: loss {total.item():.2f}, {time.time() - start:.0f} s, {task.report(corpus, found)}", flush=True)


@torch.no_grad()
def read(task, tagger, corpus, rows, documents, kinds, samples):
    """Labels of all tokens, a row for the best and one for each sample: arrays over the tokens of all documents."""
    tagger.eval()
    found = torch.full((1 + samples, len(corpus.word)), UNKNOWN, dtype=torch.uint8, device=corpus.device)
    for index, mask in batches(corpus.passages(documents, 2 * task.longest), 3 * task.batch):
        extra = torch.from_numpy(rows[index.numpy()]).to(corpus.device).float()
        index, mask = index.to(corpus.device), mask.to(corpus.device)
        scores = tagger(index, mask, extra, flags_of(task, corpus, index, kinds, False))
        labels = read_sequences(scores, tagger.transitions, mask, samples)
        found[:, index[mask]] = labels[:, mask].to(torch.uint8)
    return found.cpu().numpy()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("task", choices=("statements", "names"))
    options.add_argument("--corpus", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--part", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rows", type=int, help="the parser whose rows it reads; that of its own seed where nothing is said")
    options.add_argument("--epochs", type=int)
    options.add_argument("--hidden", type=int, default=256)
    options.add_argument("--collect", type=int, nargs="*")
    given = options.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.allow_tf32 = True
    torch.manual_seed(1000 * given.part + given.seed)
    task = Statements() if given.task == "statements" else Names()
    corpus = Corpus(given.corpus, device)
    documents = task.documents(corpus)
    if given.collect:
        collect(task, given, corpus, documents)
        return
    kinds = torch.zeros_like(corpus.word)
    corpus.gold_names = torch.zeros_like(corpus.word, dtype=torch.bool)
    for document in corpus.documents:
        # Names in texts of no set are told by the conventions of the first.
        number = SETS.index(document["set"]) if document["set"] in SETS[:4] else 0
        part = slice(document["first"], document["first"] + document["tokens"])
        kinds[part] = number
        corpus.gold_names[part] = number < 3 and not document["isDev"] and document["set"] in SETS
    # The rows stay on the disk: every tagger of a seed reads the same.
    rows = np.load(os.path.join(given.out, f"rows-{given.rows or given.seed}.npy"), mmap_mode="r")
    corpus.trees = read_trees(os.path.join(given.out, f"parse-{given.rows or given.seed}.npz"), device)
    tagger = Tagger(corpus, task.labels, given.hidden, extra=rows.shape[1], flags=task.flags).to(device)
    own = [d for i, d in enumerate(documents) if i % PARTS == given.part]
    others = [d for i, d in enumerate(documents) if i % PARTS != given.part]
    generator = np.random.default_rng(1000 * given.part + given.seed)
    learn(task, tagger, corpus, rows, others, kinds, generator, given.epochs or task.epochs)
    if task.flags:
        kinds[:] = torch.where(kinds == SETS.index("polnear"), 0, kinds)
    dev = [d for d in corpus.documents if d["isDev"]]
    found = read(task, tagger, corpus, rows, own + task.unread(corpus) + dev, kinds, SAMPLES)
    np.savez_compressed(os.path.join(given.out, f"{given.task}-{given.part}-{given.seed}.npz"), labels=found)


def collect(task, given, corpus, documents):
    seeds = given.collect
    found = {
        (part, seed): np.load(os.path.join(given.out, f"{given.task}-{part}-{seed}.npz"))["labels"]
        for part in range(PARTS)
        for seed in seeds
    }
    # Of a document's own part every run of every seed; of texts without gold one that each tagger drew.
    merged = np.full((len(seeds) * (1 + SAMPLES), len(corpus.word)), UNKNOWN, dtype=np.uint8)
    for i, document in enumerate(documents):
        part = slice(document["first"], document["first"] + document["tokens"])
        merged[:, part] = np.concatenate([found[i % PARTS, seed][:, part] for seed in seeds])
    for document in task.unread(corpus):
        part = slice(document["first"], document["first"] + document["tokens"])
        said = np.stack([found[p, seed][1, part] for p in range(PARTS) for seed in seeds])
        merged[:, part] = said
    path = os.path.join(given.out, f"{given.task}.jsonl.gz")
    write_opinions(path, documents + task.unread(corpus), {"labels": list(merged)})
    vote(task, corpus, found)


def vote(task, corpus, found):
    """How good the commonest label of all would be on the development documents."""
    labels = np.concatenate([runs_of[:1] for runs_of in found.values()])
    counts = np.stack([(labels == label).sum(0) for label in range(task.labels)])
    print("the commonest label of all: " + task.report(corpus, counts.argmax(0).astype(np.uint8)), flush=True)


if __name__ == "__main__":
    main()
