/**
 * The stage `acts`: what each statement does (its speech act), how the outlet stands to it, whether it took place, how it is
 * hedged and how certain it is made to sound; and which sides were approached and gave no answer. From words and tags, by the
 * lists and rules of this folder and one small learned model (`certainty-model.ts`): under half a microsecond a token.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Weights } from '../../language/weights/weights.ts';
import type { Span, Tokens } from '../../text/document.ts';
import { createHedgeFinder, type HedgeFinder } from '../hedges/find-hedges.ts';
import type { Act, Attribution, ReadDocument, Role } from '../reading.ts';
import { certaintyOf } from './certainty.ts';
import { CertaintyModel } from './certainty-model.ts';
import { RIGHTLY, SO_CALLED, WRONGLY } from './cue-words.ts';
import { findLead, type Lead } from './find-act.ts';
import { SideFinder } from './find-sides.ts';
import { readPolarity } from './read-polarity.ts';
import { type ContentPart, isPassive, refineAct } from './refine-act.ts';
import { type LemmaMemory, type Range, SentenceWords, sentenceOf, tokensIn } from './sentence-words.ts';
import type { Stance } from './speech-acts.ts';

/** Verbs that, as passives without a source, only pass on what is said. */
const PASSED_ON = new Set(['say', 'report', 'allege', 'claim', 'fear', 'rumour', 'rumor']);
/** How many tokens beside a cue are looked at for an adverb of the outlet's. */
const ADVERB_REACH = 3;

/**
 * Makes the stage that fills `acts` (one a statement, in the same order) and `sides`.
 *
 * @param weights the model `certainty`
 * @example
 * const read = createActReader(lexicon, lemmas, weights.certainty);
 * read(document); // document.acts[0].speechAct === 'denied'
 */
export function createActReader(
  lexicon: Lexicon,
  memory: LemmaMemory,
  weights: Weights,
): (document: ReadDocument) => void {
  const model = new CertaintyModel(weights);
  const findHedges = createHedgeFinder(lexicon);
  const sides = new SideFinder(lexicon, memory);
  return (document) => {
    const reader = new ActReader(document, lexicon, memory, model, findHedges);
    document.acts = document.statements!.map((statement) => reader.read(statement));
    document.sides = sides.find(document.text, document.tokens!, document.sentences!);
  };
}

class ActReader {
  private readonly document: ReadDocument;
  private readonly lexicon: Lexicon;
  private readonly memory: LemmaMemory;
  private readonly model: CertaintyModel;

  private readonly findHedges: HedgeFinder;

  constructor(
    document: ReadDocument,
    lexicon: Lexicon,
    memory: LemmaMemory,
    model: CertaintyModel,
    findHedges: HedgeFinder,
  ) {
    this.document = document;
    this.lexicon = lexicon;
    this.memory = memory;
    this.model = model;
    this.findHedges = findHedges;
  }

  read({ source, cue, content, kind }: Attribution): Act {
    const parts = this.partsOf(content);
    const place = cue ?? content ?? source;
    const cueRange = this.rangeOf(cue);
    const words = cueRange ? this.wordsAt(cueRange.first) : this.wordsAt(tokensIn(this.tokens, place!.spans[0]).first);
    const lead = cueRange && findLead(words, cueRange);
    const sourceRange = this.rangeOf(source);
    const beside = sourceRange && words.has(sourceRange.first) ? sourceRange : undefined;
    const isDirect = kind === 'direct';
    const polarity = cueRange
      ? readPolarity(words, cueRange, lead, beside, isDirect)
      : { negated: false, hypothetical: false, act: undefined };
    const refined = refineAct({ words, content: parts, isDirect, isNegated: polarity.negated }, lead);
    const speechAct = polarity.act ?? refined.act;
    const ownHedges = cueRange ? this.outletHedges(words, cueRange, lead, source === null) : [];
    const hedges = parts.flatMap(({ first, last }) => this.findHedges(this.tokens, first, last));
    const stance = this.stanceOf(refined.stance, words, cueRange, source, polarity.negated || polarity.hypothetical);
    const certainty = certaintyOf(
      {
        act: speechAct,
        stance,
        isUnsaid: polarity.negated || polarity.hypothetical,
        isHedgedByOutlet: ownHedges.length > 0,
        isHedged: hedges.length > 0,
        content: parts,
      },
      this.model,
      this.lexicon,
    );
    return {
      speechAct,
      stance,
      negated: polarity.negated,
      hypothetical: polarity.hypothetical,
      hedges: [...hedges, ...ownHedges].sort((a, b) => a[0] - b[0]),
      certainty,
    };
  }

  /** The hedges of a cue, which are the outlet's own: "reportedly", "is said to", and "it is claimed" where nobody is named. */
  private outletHedges(words: SentenceWords, cue: Range, lead: Lead | undefined, isSourceless: boolean): Span[] {
    const found = this.findHedges(this.tokens, cue.first, cue.last);
    if (found.length > 0 || !isSourceless || !isPassedOn(words, lead)) return found;
    return [[this.tokens.start[cue.first], this.tokens.end[cue.last - 1]]];
  }

  private get tokens(): Tokens {
    return this.document.tokens!;
  }

  /** The words of a token's sentence. */
  private wordsAt(token: number): SentenceWords {
    return new SentenceWords(this.tokens, sentenceOf(this.document.sentences!, token), this.lexicon, this.memory);
  }

  /** The tokens of a role from its first to its last, in its first sentence. */
  private rangeOf(role: Role | null): Range | undefined {
    if (!role) return undefined;
    const { first, last } = tokensIn(this.tokens, role.spans[0]);
    const end = Math.min(last, sentenceOf(this.document.sentences!, first).last);
    return end > first ? { first, last: end } : undefined;
  }

  private partsOf(content: Role | null): ContentPart[] {
    return (content?.spans ?? []).flatMap((span: Span) => {
      const { first, last } = tokensIn(this.tokens, span);
      const parts: ContentPart[] = [];
      for (let t = first; t < last; ) {
        const words = this.wordsAt(t);
        const end = Math.min(last, words.last);
        parts.push({ words, first: t, last: end });
        t = end;
      }
      return parts;
    });
  }

  private stanceOf(
    stance: Stance,
    words: SentenceWords,
    cue: Range | undefined,
    source: Role | null,
    isUnsaid: boolean,
  ): Stance {
    if (source && SO_CALLED.test(source.text)) return 'distancing';
    if (!cue) return stance;
    for (let t = cue.first - ADVERB_REACH; t < cue.last + ADVERB_REACH; t++) {
      if (t >= cue.last && !/^(?:RB|IN|DT)$/.test(words.tag(t)) && words.lower(t) !== 'evidence') break;
      if (t < cue.first && words.tag(t) !== 'RB') continue;
      const lower = words.lower(t);
      if (WRONGLY.has(lower) || (lower === 'without' && isBeforeEvidence(words, t))) return 'distancing';
      if (RIGHTLY.has(lower)) return 'endorsing';
    }
    // What was not pointed out is not endorsed.
    return isUnsaid && stance === 'endorsing' ? 'neutral' : stance;
  }
}

/** "it is claimed", "was reported": the outlet passes it on. */
function isPassedOn(words: SentenceWords, lead: Lead | undefined): boolean {
  const passes = lead !== undefined && (lead.entry.act === 'thought' || PASSED_ON.has(lead.entry.words[0]));
  return passes && isPassive(words, lead);
}

function isBeforeEvidence(words: SentenceWords, without: number): boolean {
  return [1, 2, 3].some((n) => /^(?:evidence|proof)$/.test(words.lower(without + n)));
}
