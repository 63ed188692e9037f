/** Reads the marked sentences of bench/claims/sentences.txt; README.md beside it defines the form. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Claim } from '../../src/reading/claims/claim.ts';
import type { Span } from '../../src/text/document.ts';

const FILE = fileURLToPath(new URL('sentences.txt', import.meta.url));

export interface MarkedQuantity {
  readonly comparison: string;
  readonly least: number;
  /** The same as `least` of a single number; null where no most is known ("dozens"). */
  readonly most: number | null;
  /** The unit, or the counted noun as it stands; null where neither stands there. */
  readonly of: string | null;
}

export interface MarkedClaim {
  readonly subject: Span | null;
  readonly predicate: Span;
  readonly object: Span | null;
  readonly when: Span | null;
  readonly where: Span | null;
  readonly quantities: readonly MarkedQuantity[];
  readonly polarity: Claim['polarity'];
  readonly denied: boolean;
  readonly modality: Claim['modality'];
}

export interface MarkedSentence {
  readonly id: string;
  readonly text: string;
  readonly isHeadline: boolean;
  readonly claims: readonly MarkedClaim[];
}

const HEADLINE = 'headline: ';

/**
 * The sentences in the order of the file.
 *
 * @throws Error where the words of a slot do not stand in their sentence, or a mark is unknown.
 * @example
 * readMarkedClaims().length; // 80
 */
export function readMarkedClaims(file = FILE): MarkedSentence[] {
  const paragraphs = readFileSync(file, 'utf8').split('\n\n');
  return paragraphs
    .filter((paragraph) => paragraph.startsWith('@'))
    .map((paragraph) => {
      const [head, line, ...claims] = paragraph.trim().split('\n');
      const id = head.split(' ')[1];
      const isHeadline = line.startsWith(HEADLINE);
      const text = isHeadline ? line.slice(HEADLINE.length) : line;
      return { id, text, isHeadline, claims: claims.map((claim) => readClaim(claim, text, id)) };
    });
}

function readClaim(line: string, text: string, id: string): MarkedClaim {
  const [subject, predicate, object, rest = ''] = line.split(' | ');
  const span = (words: string): Span | null => (words === '-' ? null : find(words, text, id));
  const marks = rest.split('; ').filter((mark) => mark !== '');
  const wordsOf = (key: string): string | undefined =>
    marks.find((mark) => mark.startsWith(`${key}: `))?.slice(key.length + 2);
  const unknown = marks.find(
    (mark) => !/^(?:when|where|count): /.test(mark) && !/^(?:not|denied|planned|possible|obliged)$/.test(mark),
  );
  if (unknown !== undefined) throw new Error(`${id}: "${unknown}" is no mark.`);
  const modality = marks.find((mark) => /^(?:planned|possible|obliged)$/.test(mark)) as Claim['modality'] | undefined;
  return {
    subject: span(subject),
    predicate: find(predicate, text, id),
    object: span(object),
    when: span(wordsOf('when') ?? '-'),
    where: span(wordsOf('where') ?? '-'),
    quantities: marks.filter((mark) => mark.startsWith('count: ')).map((mark) => readQuantity(mark.slice(7), id)),
    polarity: marks.includes('not') ? 'denied' : 'affirmed',
    denied: marks.includes('denied'),
    modality: modality ?? 'happened',
  };
}

function readQuantity(mark: string, id: string): MarkedQuantity {
  const match = /^(\w+) ([\d.]+?)(?:\.\.([\d.]*))? (.+)$/.exec(mark);
  if (!match) throw new Error(`${id}: "${mark}" is no quantity.`);
  const [, comparison, least, most, of] = match;
  return {
    comparison,
    least: Number(least),
    most: most === undefined ? Number(least) : most === '' ? null : Number(most),
    of: of === '-' ? null : of,
  };
}

/** Where words stand in a text as whole words, the first time. */
function find(words: string, text: string, id: string): Span {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isWhole = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + words.length] ?? '');
    if (isWhole) return [at, at + words.length];
  }
  throw new Error(`${id}: "${words}" does not stand in its sentence.`);
}
