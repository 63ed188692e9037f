/**
 * The stage `claims`: what each assertion and each statement's content puts forward, as propositions with slots that two accounts can be
 * compared by: who did what, to whom, when, where, how many; whether it is so; whether it happened, is planned, possible or owed.
 *
 *   find-clauses.ts        which words are predicates
 *   read-slots.ts          subject, object, other parts (passives turned)
 *   find-circumstances.ts  moment and place
 *   find-quantities.ts     numbers with comparison, unit and what they count
 *   read-modality.ts       polarity and modality
 *
 * By the parse alone. A slot that the words do not fill stays empty; nothing is inferred. Linear; under half a microsecond a token.
 */
import { EVENT_NOUNS } from '../../language/en/event-nouns.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { entryAt } from '../acts/find-act.ts';
import { type LemmaMemory, SentenceWords, sentenceOf, tokensIn } from '../acts/sentence-words.ts';
import type { Act, ReadDocument } from '../reading.ts';
import type { Claim, ClaimArgument, Predicate, Quantity, Slot } from './claim.ts';
import { claimId } from './claim-id.ts';
import { CircumstanceFinder } from './find-circumstances.ts';
import { type Clause, ClauseFinder } from './find-clauses.ts';
import { type FoundQuantity, QuantityFinder } from './find-quantities.ts';
import { Ground } from './ground.ts';
import { readModality } from './read-modality.ts';
import { PhraseReader } from './read-phrase.ts';
import { type SlotHeads, SlotReader } from './read-slots.ts';

/** Verbs that may share a subject with what it counts. */
const MOST_SHARING = 8;
/** Steps from a quantity up the tree to the predicate that it belongs to. */
const MOST_STEPS = 8;

/**
 * Makes the stage that fills `claims`, in order of the text.
 *
 * @example
 * createClaimReader(lexicon, lemmas)(document);
 * document.claims[0].quantities[0].value; // 12
 */
export function createClaimReader(lexicon: Lexicon, memory: LemmaMemory): (document: ReadDocument) => void {
  const quantities = new QuantityFinder(lexicon, memory);
  return (document) => {
    document.claims = new ClaimReader(document, quantities.find(document), lexicon, memory).read();
  };
}

class ClaimReader {
  private readonly document: ReadDocument;
  private readonly ground: Ground;
  private readonly phrases: PhraseReader;
  private readonly slots: SlotReader;
  private readonly circumstances: CircumstanceFinder;
  private readonly isDenial: readonly boolean[];

  private readonly quantities: readonly FoundQuantity[];

  constructor(document: ReadDocument, quantities: readonly FoundQuantity[], lexicon: Lexicon, memory: LemmaMemory) {
    this.document = document;
    this.quantities = quantities;
    this.ground = new Ground(document, quantities, lexicon, memory);
    this.phrases = new PhraseReader(this.ground);
    this.slots = new SlotReader(this.ground);
    this.circumstances = new CircumstanceFinder(this.ground);
    this.isDenial = denialsOf(document, lexicon, memory);
  }

  read(): Claim[] {
    const clauses = new ClauseFinder(this.ground).find();
    const heads = clauses.map((clause) => this.slots.heads(clause));
    const counted = this.quantitiesByClause(clauses, heads);
    return clauses
      .map((clause, i) => this.claimOf(clause, heads[i], counted[i]))
      .filter(({ subject, object, arguments: others, quantities, predicate }) => {
        // A verb alone, or "X is" of which the rest was not found, claims nothing that could be compared.
        if (object !== null || quantities.length > 0) return true;
        if (predicate.voice === 'nominal') return others.length > 0;
        return subject !== null && (predicate.voice !== 'copula' || others.length > 0);
      });
  }

  private claimOf(clause: Clause, heads: SlotHeads, quantities: readonly Quantity[]): Claim {
    const { ground, document } = this;
    const { statements = [], acts = [], assertions = [] } = document;
    const owner = ground.owner[clause.verb];
    const isSaid = owner < statements.length;
    const act = isSaid ? acts[owner] : null;
    const head = ground.head(clause.governors[0] ?? clause.verb);
    const isTop = head < 0 || ground.owner[head] !== owner;
    const slots = heads.voice === 'nominal' ? [clause.verb] : [heads.subject, heads.object];
    const { polarity, modality } = readModality(ground, clause, act, isTop, slots);
    const subject = heads.subject < 0 ? null : this.slotOf(heads.subject, owner);
    const object = heads.object < 0 ? null : this.slotOf(heads.object, owner, clause);
    const predicate = this.predicateOf(clause, heads);
    return {
      id: claimId(document.textSha256, subject?.spans ?? [], predicate.spans, object?.spans ?? []),
      in: isSaid ? statements[owner].id : assertions[owner - statements.length].id,
      subject,
      predicate,
      object,
      arguments: this.argumentsOf(clause, heads, owner),
      when: this.circumstances.when(clause, heads),
      where: this.circumstances.where(clause, heads),
      quantities,
      polarity,
      // “We did not do it,” he denied: such a content is the denial itself.
      denied: isSaid && this.isDenial[owner] && !(statements[owner].kind === 'direct' && polarity === 'denied'),
      modality,
    };
  }

  /** A slot; "I" and "we" of a quotation are its source. */
  private slotOf(head: number, owner: number, clause?: Clause): Slot {
    const slot = this.phrases.slot(head, clause && clause.copula >= 0 ? clause.copula + 1 : 0);
    if (slot.actor !== null || owner >= (this.document.statements?.length ?? 0)) return slot;
    const word = this.ground.word(head);
    return word === 'i' || word === 'me' ? { ...slot, actor: this.document.sources?.[owner]?.actor ?? null } : slot;
  }

  private predicateOf({ verb, copula }: Clause, { voice }: SlotHeads): Predicate {
    const { ground } = this;
    const at = copula >= 0 ? copula : verb;
    const particle = copula >= 0 ? -1 : ground.child(verb, 'compound:prt');
    const tokens = particle > verb && !this.isOfPlace(particle) ? [verb, particle] : [at];
    const isJoined = tokens.length === 2 && particle === verb + 1;
    const ranges = isJoined ? [{ first: verb, last: particle + 1 }] : tokens.map((t) => ({ first: t, last: t + 1 }));
    const spans = ranges.map((range) => ground.spanOf(range));
    const noun = voice === 'nominal' ? ground.lemma(verb) : null;
    const lemma = copula >= 0 ? 'be' : noun === null ? ground.verbLemma(verb) : (EVENT_NOUNS.get(noun) ?? noun);
    return {
      spans,
      text: spans.map(([start, end]) => this.document.text.slice(start, end)).join(' … '),
      lemma: tokens.length === 2 ? `${lemma} ${ground.word(particle)}` : lemma,
      voice,
    };
  }

  /** "sank off Velden", "opened up to three gates": what the parse took for a part of the verb belongs to what follows. */
  private isOfPlace(particle: number): boolean {
    const next = this.ground.word(particle + 1);
    if (this.ground.word(particle) === 'off' && this.ground.tag(particle + 1).startsWith('NNP')) return true;
    return (this.ground.word(particle) === 'up' && next === 'to') || this.circumstances.isCircumstance(particle + 1);
  }

  private argumentsOf(clause: Clause, heads: SlotHeads, owner: number): ClaimArgument[] {
    return this.slots
      .others(clause, heads)
      .filter(({ head }) => !this.circumstances.isCircumstance(head))
      .map(({ head, relation }) => ({ ...this.slotOf(head, owner), relation }));
  }

  /** The quantities of each clause: those whose nearest predicate it is. Two verbs that share a subject share what it counts. */
  private quantitiesByClause(clauses: readonly Clause[], heads: readonly SlotHeads[]): Quantity[][] {
    const byVerb = new Map(clauses.map(({ verb }, i) => [verb, i]));
    const found: Quantity[][] = clauses.map(() => []);
    // Subjects and objects that are the heads of several clauses.
    const bySlot = new Map<number, number[]>();
    for (const [i, { subject, object }] of heads.entries())
      for (const head of [subject, object]) {
        const sharing = head < 0 ? undefined : bySlot.get(head);
        // What a long list of verbs shares is told of the first ones.
        if (sharing && sharing.length < MOST_SHARING) sharing.push(i);
        else if (head >= 0 && !sharing) bySlot.set(head, [i]);
      }
    for (const { head, quantity } of this.quantities) {
      const of = new Set<number>();
      for (let at = head, step = 0; at >= 0 && step < MOST_STEPS && of.size === 0; step++, at = this.ground.head(at)) {
        for (const i of bySlot.get(at) ?? []) of.add(i);
        const clause = byVerb.get(at);
        if (clause !== undefined) of.add(clause);
        else if (of.size === 0 && step > 0 && this.isOtherClause(at)) break;
      }
      for (const i of of) found[i].push(quantity);
    }
    return found;
  }

  /** A reduced relative or an infinitive: what it counts is its own. */
  private isOtherClause(t: number): boolean {
    const relation = this.ground.relation(t);
    return (
      relation.startsWith('acl') ||
      relation.startsWith('advcl') ||
      (relation === 'appos' && this.ground.word(t - 1) === ',')
    );
  }
}

/** Which statements are denials by their cue ("denied that"), not by what they say ("said that it was false"). */
function denialsOf(document: ReadDocument, lexicon: Lexicon, memory: LemmaMemory): boolean[] {
  const { statements = [], acts = [], tokens, sentences } = document;
  return statements.map(({ cue }, s) => {
    const act: Act | undefined = acts[s];
    if (act?.speechAct !== 'denied' || act.negated || cue === null) return false;
    return cue.spans.some((span) => {
      const { first, last } = tokensIn(tokens!, span);
      const words = new SentenceWords(tokens!, sentenceOf(sentences!, first), lexicon, memory);
      for (let t = first; t < last; t++) if (entryAt(words, t)?.act === 'denied') return true;
      return false;
    });
  });
}
