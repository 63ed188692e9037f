/**
 * How certain a statement is made to sound, 0 … 1: by the words of its content (learned: `certainty-model.ts`), by the cue
 * (*suspected*), and by an outlet that hedges or keeps away (*reportedly*, *claimed*).
 *
 * What is certainly not so sounds as certain as what is so. Where nothing is put forward (a question, a demand, a refusal, words
 * that were not said) the certainty is 0.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { type CertaintyModel, MOST_CERTAIN } from './certainty-model.ts';
import { findEvent } from './find-event.ts';
import type { ContentPart } from './refine-act.ts';
import { type SpeechAct, type Stance, WITHOUT_ASSERTION } from './speech-acts.ts';

/** What is left of the certainty by an act that is less than saying so. Set by hand. */
const BY_ACT: Readonly<Partial<Record<SpeechAct, number>>> = {
  thought: 0.8,
  felt: 0.8,
  suggested: 0.6,
  speculated: 0.5,
  predicted: 0.9,
};
/** What is left of it where the outlet keeps away from the content, or hedges it. */
const BY_DISTANCE = 0.8;
const BY_OUTLET_HEDGE = 0.7;
/** What a hedge leaves of a content that tells no event. */
const BY_HEDGE = 0.6;
/** Sentences of a content that are looked at. */
const MOST_SENTENCES = 5;

/** What the certainty of a statement is made of. */
export interface CertaintyParts {
  readonly act: SpeechAct;
  readonly stance: Stance;
  readonly isUnsaid: boolean;
  readonly isHedgedByOutlet: boolean;
  readonly isHedged: boolean;
  readonly content: readonly ContentPart[];
}

/**
 * The certainty of a statement, with two decimals.
 *
 * @example
 * certaintyOf(parts, model, lexicon); // 0.92
 */
export function certaintyOf(parts: CertaintyParts, model: CertaintyModel, lexicon: Lexicon): number {
  const { act, stance, isUnsaid, isHedgedByOutlet } = parts;
  if (isUnsaid || WITHOUT_ASSERTION.has(act)) return 0;
  const distance = stance === 'distancing' ? BY_DISTANCE : 1;
  const outlet = isHedgedByOutlet ? BY_OUTLET_HEDGE : 1;
  return Math.round(100 * ofContent(parts, model, lexicon) * (BY_ACT[act] ?? 1) * distance * outlet) / 100;
}

function ofContent({ content, isHedged }: CertaintyParts, model: CertaintyModel, lexicon: Lexicon): number {
  let sum = 0;
  let events = 0;
  for (const part of content.slice(0, MOST_SENTENCES)) {
    const event = findEvent(part.words, part);
    if (event < 0) continue;
    sum += Math.max(0, model.value(part.words.tokens, lexicon, event, part)) / MOST_CERTAIN;
    events++;
  }
  if (events > 0) return sum / events;
  return isHedged ? BY_HEDGE : 1;
}
