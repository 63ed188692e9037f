/**
 * Reads the coreference chains of GUM: every mention of every entity, over the raw text, with the name in it where its head is
 * a proper noun. Mentions with one group number are one chain (links of all kinds: anaphora, apposition, predicate).
 */
import { join } from 'node:path';
import type { Span } from '../../src/text/document.ts';
import { readTreebank, type TreebankWord } from '../conllu.ts';
import { articleLength } from '../names/gold.ts';
import { entitiesOf, type GumEntity, headOf, nameOf } from '../names/gum.ts';

export const GUM_TRAIN = 'gum/gum-train.conllu.gz';
export const GUM_DEV = 'gum/gum-dev.conllu.gz';

/** Offices and honours, with what they are of. */
const ROLE =
  /^(?:[\p{Lu}\d][\p{L}\d-]* )*(?:Doctor|Fellow|Member|Representative|Secretary|Secretary-General|Vice President|Team Manager|Dean|Professor)(?: (?:of|for|in) .*)?$/u;
/** What follows a person's name: where they belong, and letters of honour. */
const AFTER_NAME = /(?:,? (?:of the|at|in|for) .*|(?:,? (?:[A-Z]{2,4}|Ph\.?D\.?|Jr\.?|Sr\.?))+)$/;

export interface GoldMention {
  /** [start, end) in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Where its head word begins. */
  readonly head: number;
  readonly group: string;
  /** GUM's own type: person, organization, place, object, abstract, animal … */
  readonly type: string;
  /** Universal tag of the head, and the head as it is written. */
  readonly upos: string;
  readonly form: string;
  /** The name in it, without titles and articles; null where its head is no proper noun. */
  readonly name: Span | null;
}

export interface GoldChains {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/**
 * The chains of the documents of a file of GUM.
 *
 * @example
 * readChains('../shared/data', GUM_DEV)[0].mentions[0].group; // '1'
 */
export function readChains(folder: string, file: string): GoldChains[] {
  return readTreebank(join(folder, file)).map(({ id, text, sentences }) => ({
    id,
    text,
    mentions: sentences.flatMap((sentence) =>
      entitiesOf(sentence).map((entity) => {
        const head = sentence[headOf(sentence, entity)];
        return {
          start: sentence[entity.first].start,
          end: sentence[entity.last - 1].end,
          head: head.start,
          group: entity.group,
          type: entity.type,
          upos: head.upos,
          form: head.form,
          name: properName(sentence, entity, text),
        };
      }),
    ),
  }));
}

/**
 * The name in a mention. A person's may also follow the head ("empresario Haden Edwards"). Neither an office or a distinction that is
 * written like a name ("the Director", "Fellow of the Royal Society") nor several names joined are a person's, and what follows a name is cut off.
 */
function properName(sentence: readonly TreebankWord[], entity: GumEntity, text: string): Span | null {
  const span = nameOf(sentence, entity, text)?.span;
  if (entity.type !== 'person') return span ?? null;
  if (!span) return nameAfter(sentence, entity);
  const isArticled = articleLength(text.slice(sentence[entity.first].start, sentence[entity.last - 1].end)) > 0;
  if (isArticled && !hangsFlat(sentence, headOf(sentence, entity) + 1, headOf(sentence, entity))) return null;
  const whole = text.slice(...span);
  if (/^\p{Ll}/u.test(whole) || ROLE.test(whole) || / and /.test(whole)) return null;
  const name = whole.replace(AFTER_NAME, '');
  return [span[0], span[0] + (name === '' ? whole : name).length];
}

/** A name right behind a head that is a common noun, as part of it or as its apposition. */
function nameAfter(sentence: readonly TreebankWord[], entity: GumEntity): Span | null {
  const first = headOf(sentence, entity) + 1;
  if (!hangsFlat(sentence, first, first - 1) || sentence[first].start > sentence[entity.last - 1].start) return null;
  let last = first + 1;
  while (last < entity.last && sentence[last].upos === 'PROPN' && sentence[last].relation === 'flat') last++;
  return [sentence[first].start, sentence[last - 1].end];
}

function hangsFlat(sentence: readonly TreebankWord[], t: number, head: number): boolean {
  const word = sentence[t];
  return word?.upos === 'PROPN' && word.head === head && (word.relation === 'flat' || word.relation === 'appos');
}
