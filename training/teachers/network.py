"""What teachers are made of: an encoder of words (GloVe, an embedding of its own, characters: Ma & Hovy 2016) through layers of a
bidirectional LSTM; biaffine scores of heads and relations (Dozat & Manning 2017); a chain over labels (Lafferty et al. 2001).
"""

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from corpus import CODES
from trees import TreeReader


def drop_columns(x, rate, training):
    """Dropout that is the same for all tokens of a passage (Gal & Ghahramani 2016)."""
    if not training or rate == 0:
        return x
    mask = x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - rate) / (1 - rate)
    return x * mask


def drop_words(x, rate, training):
    """Dropout of all columns of a token together."""
    if not training or rate == 0:
        return x
    return x * (torch.rand(x.shape[:2], device=x.device) >= rate).unsqueeze(2)


class Encoder(nn.Module):
    """Rows of 2 × hidden columns for the tokens of a batch."""

    def __init__(self, corpus, hidden, layers, extra=0, flags=0, dropout=0.33, word_dropout=0.15, input_dropout=0.33):
        """extra: columns of a parser's rows that it reads, and the parser's trees (corpus.trees) with them; flags: kinds of texts."""
        super().__init__()
        self.corpus = corpus
        self.dropout, self.word_dropout, self.input_dropout = dropout, word_dropout, input_dropout
        # Of what is learned of single words; a tagger has few to learn from, and leans on the vectors.
        self.own_dropout = 0.5 if extra else 0
        self.words = nn.Embedding(corpus.lowers, 100)
        nn.init.zeros_(self.words.weight)
        self.letters = nn.Embedding(CODES, 40, padding_idx=0)
        self.spelling = nn.Conv1d(40, 120, 3, padding=1)
        self.xpos = nn.Embedding(64, 40)
        self.upos = nn.Embedding(32, 16)
        self.quotation = nn.Embedding(4, 8)
        self.place = nn.Embedding(3, 8)
        self.known = nn.ModuleList(nn.Embedding(256, 8) for _ in range(3)) if flags else None
        self.flags = nn.Embedding(flags, 8) if flags else None
        width = 100 + 120 + 40 + 16 + 8 + 8 + (32 if flags else 0)
        self.extra = nn.Linear(extra, 256) if extra else None
        self.trees = TreeReader(corpus.vectors.shape[1]) if extra else None
        width += 256 + TreeReader.WIDTH if extra else 0
        self.layers = nn.ModuleList()
        for layer in range(layers):
            self.layers.append(nn.LSTM(width if layer == 0 else 2 * hidden, hidden, batch_first=True, bidirectional=True))

    def forward(self, index, mask, extra=None, flags=None, word=None):
        """word: forms in the place of the corpus's own."""
        corpus = self.corpus
        word = corpus.word[index] if word is None else word
        unique, inverse = word.reshape(-1).unique(return_inverse=True)
        letters = self.letters(corpus.characters[unique]).transpose(1, 2)
        spelling = torch.relu(self.spelling(letters)).amax(2)[inverse].reshape(*word.shape, -1)
        own = self.words(corpus.lower[word])
        known = corpus.vectors[word] + drop_words(own, self.own_dropout, self.training)
        tags = torch.cat([self.xpos(corpus.xpos[index]), self.upos(corpus.upos[index])], 2)
        known = drop_words(known, self.word_dropout, self.training)
        tags = drop_words(tags, self.word_dropout, self.training)
        parts = [known, spelling, tags, self.quotation(corpus.quotation[index]), self.place(corpus.place[index])]
        if self.flags is not None:
            parts.append(self.flags(flags).unsqueeze(1).expand(-1, word.shape[1], -1))
            lists = torch.cat([table(corpus.lists[i][index]) for i, table in enumerate(self.known)], 2)
            parts.append(drop_words(lists, self.word_dropout, self.training))
        if self.extra is not None:
            parts.append(torch.relu(self.extra(F.dropout(extra, 0.3, self.training))))
            parts.append(self.trees(corpus, index))
        x = F.dropout(torch.cat(parts, 2), self.input_dropout, self.training)
        lengths = mask.sum(1).cpu()
        for layer in self.layers:
            packed = pack_padded_sequence(x, lengths, batch_first=True)
            x, _ = pad_packed_sequence(layer(packed)[0], batch_first=True, total_length=mask.shape[1])
            x = drop_columns(x, self.dropout, self.training)
        return x


class Parser(nn.Module):
    """Scores of heads (the root is the last column) and of relations."""

    def __init__(self, corpus, hidden=400, layers=3, arc=400, relation=128, relations=51):
        super().__init__()
        self.encoder = Encoder(corpus, hidden, layers)
        self.arc_dependent = nn.Linear(2 * hidden, arc)
        self.arc_head = nn.Linear(2 * hidden, arc)
        self.relation_dependent = nn.Linear(2 * hidden, relation)
        self.relation_head = nn.Linear(2 * hidden, relation)
        self.root = nn.Parameter(torch.randn(2 * hidden) * 0.1)
        self.arcs = nn.Parameter(torch.zeros(arc + 1, arc))
        self.relations = nn.Parameter(torch.zeros(relations, relation + 1, relation + 1))

    def forward(self, index, mask, sentence):
        rows = self.encoder(index, mask)
        with_root = torch.cat([rows, self.root.expand(rows.shape[0], 1, -1)], 1)
        bend = lambda layer, x: drop_columns(F.leaky_relu(layer(x), 0.1), 0.33, self.training)
        dependents = F.pad(bend(self.arc_dependent, rows), (0, 1), value=1.0)
        arcs = dependents @ self.arcs @ bend(self.arc_head, with_root).transpose(1, 2)
        length = rows.shape[1]
        same = (sentence.unsqueeze(2) == sentence.unsqueeze(1)) & mask.unsqueeze(1)
        same = same & ~torch.eye(length, dtype=torch.bool, device=rows.device)
        allowed = F.pad(same, (0, 1), value=True)
        return rows, arcs.masked_fill(~allowed, -1e4), bend(self.relation_dependent, rows), bend(self.relation_head, with_root)

    def relation_scores(self, dependents, heads, chosen):
        """Scores of all relations to chosen heads."""
        above = torch.gather(heads, 1, chosen.unsqueeze(2).expand(-1, -1, heads.shape[2]))
        a, b = F.pad(dependents, (0, 1), value=1.0), F.pad(above, (0, 1), value=1.0)
        return torch.einsum("bti,rij,btj->btr", a, self.relations, b)


class Tagger(nn.Module):
    """Scores of labels, and the chain's of labels that follow each other."""

    def __init__(self, corpus, labels, hidden=256, layers=2, extra=0, flags=0):
        super().__init__()
        self.encoder = Encoder(corpus, hidden, layers, extra, flags, dropout=0.45, word_dropout=0.15, input_dropout=0.35)
        self.output = nn.Linear(2 * hidden, labels)
        self.transitions = nn.Parameter(torch.zeros(labels, labels))

    def forward(self, index, mask, extra=None, flags=None, word=None):
        return self.output(self.encoder(index, mask, extra, flags, word))


def log_product(a, b):
    """Matrix product of tables of logarithms."""
    top_a = a.amax(-1, keepdim=True).detach()
    top_b = b.amax(-2, keepdim=True).detach()
    return ((a - top_a).exp() @ (b - top_b).exp()).clamp_min(1e-30).log() + top_a + top_b


def log_partition(scores, transitions, mask):
    """Log of the sum over all sequences of labels, by products of pairs of steps: as many rounds as the length has bits."""
    batch, length, labels = scores.shape
    steps = transitions + scores[:, 1:].unsqueeze(2)
    nothing = torch.full((labels, labels), -1e4, device=scores.device).fill_diagonal_(0)
    steps = torch.where(mask[:, 1:, None, None], steps, nothing)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, nothing.expand(batch, 1, -1, -1)], 1)
        steps = log_product(steps[:, ::2], steps[:, 1::2])
    if steps.shape[1] == 0:
        return scores[:, 0].logsumexp(1)
    return (scores[:, 0].unsqueeze(2) + steps[:, 0]).flatten(1).logsumexp(1)


def path_score(scores, transitions, mask, labels):
    """The score of one sequence of labels."""
    own = scores.gather(2, labels.unsqueeze(2)).squeeze(2) * mask
    after = transitions[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
    return own.sum(1) + after.sum(1)


def read_sequences(scores, transitions, mask, samples):
    """The best sequence of labels, and so many (one or more) drawn by their probability: 1 + samples, batch, length."""
    batch, length, labels = scores.shape
    best = scores[:, 0]
    sums = scores[:, 0]
    back, forward = [], [sums]
    for t in range(1, length):
        step = best.unsqueeze(2) + transitions
        top, arg = step.max(1)
        best = torch.where(mask[:, t, None], top + scores[:, t], best)
        back.append(torch.where(mask[:, t, None], arg, torch.arange(labels, device=scores.device)))
        inflow = (sums.unsqueeze(2) + transitions).logsumexp(1)
        sums = torch.where(mask[:, t, None], inflow + scores[:, t], sums)
        forward.append(sums)
    end = best.argmax(1)
    drawn = torch.distributions.Categorical(logits=sums).sample((samples,))
    found = torch.zeros(1 + samples, batch, length, dtype=torch.long, device=scores.device)
    for t in range(length - 1, -1, -1):
        found[0, :, t] = end
        found[1:, :, t] = drawn
        if t == 0:
            break
        end = back[t - 1].gather(1, end.unsqueeze(1)).squeeze(1)
        before = forward[t - 1].unsqueeze(0) + transitions.t()[drawn]
        earlier = torch.distributions.Categorical(logits=before).sample()
        drawn = torch.where(mask[:, t].unsqueeze(0), earlier, drawn)
    return found


class Averages:
    """Running means of a network's weights (Polyak & Juditsky 1992), which are what reads in the end."""

    def __init__(self, network, decay=0.998):
        self.network, self.decay, self.steps = network, decay, 0
        self.means = [p.detach().clone() for p in network.parameters()]

    @torch.no_grad()
    def update(self):
        self.steps += 1
        keep = min(self.decay, self.steps / (self.steps + 10))
        torch._foreach_mul_(self.means, keep)
        torch._foreach_add_(self.means, list(self.network.parameters()), alpha=1 - keep)

    @torch.no_grad()
    def swap(self):
        """Puts the means in the network's place, and back when called again."""
        for mean, p in zip(self.means, self.network.parameters()):
            kept = p.detach().clone()
            p.copy_(mean)
            mean.copy_(kept)
