/**
 * Annotations of Hypothesis, from its client's export ("annotations") or its API ("rows"), as quotations to be found in a text: what a person
 * marked, with note and tags. Page notes and replies mark no words and are counted.
 */
import { z } from 'zod';
import { instantOf } from '../annotated/corrected-text.ts';
import { checkShape, parseJson } from '../annotated/read-lines.ts';
import { HYPOTHESIS_USER } from './hypothesis.ts';

export interface HypothesisFile {
  readonly marks: readonly MarkedWords[];
  /** Page notes and replies. */
  readonly others: number;
}

/** Words that somebody marked; start and end as the page had them, which may be another text than ours. */
export interface MarkedWords {
  readonly id: string;
  readonly url: string;
  /** The name of who marked them; null for what Hearsay exported and nobody took over. */
  readonly by: string | null;
  /** ISO 8601 instant in UTC, with milliseconds; null where the file does not tell. */
  readonly at: string | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly note: string;
  readonly tags: readonly string[];
}

const ANNOTATION = z.looseObject({
  id: z.string().optional(),
  uri: z.string(),
  user: z.string().optional(),
  user_info: z.looseObject({ display_name: z.string().nullish() }).nullish(),
  updated: z.string().optional(),
  text: z.string().optional(),
  tags: z.array(z.string()).optional(),
  target: z.array(z.looseObject({ selector: z.array(z.looseObject({ type: z.string() })).optional() })).optional(),
});
const FILE = z.union([
  z.looseObject({ annotations: z.array(ANNOTATION) }).transform(({ annotations }) => annotations),
  z.looseObject({ rows: z.array(ANNOTATION) }).transform(({ rows }) => rows),
]);
const QUOTE = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});
const POSITION = z.looseObject({ type: z.literal('TextPositionSelector'), start: z.number(), end: z.number() });

/**
 * The words that the annotations of a file mark, in its order.
 *
 * @throws HearsayError E_JSON, E_INPUT
 * @example
 * readHypothesis(readFileSync('hypothesis.json', 'utf8')).marks[0].exact;
 */
export function readHypothesis(json: string): HypothesisFile {
  const annotations = checkShape(parseJson(json, 'The file'), FILE, 'The file is no export of Hypothesis');
  const marks = annotations.flatMap((annotation) => {
    const { id = '', uri: url, text: note = '', tags = [], target } = annotation;
    const selectors = target?.[0]?.selector ?? [];
    const quote = selectors.map((selector) => QUOTE.safeParse(selector)).find(({ success }) => success)?.data;
    if (!quote) return [];
    const position = selectors.map((selector) => POSITION.safeParse(selector)).find(({ success }) => success)?.data;
    const { exact, prefix, suffix } = quote;
    const [start, end] = [position?.start ?? null, position?.end ?? null];
    return [
      {
        id,
        url,
        by: nameOf(annotation),
        at: instantOf(annotation.updated),
        exact,
        prefix,
        suffix,
        start,
        end,
        note,
        tags,
      },
    ];
  });
  return { marks, others: annotations.length - marks.length };
}

/** The name that a person shows, else that of the account ("acct:ada@hypothes.is"). */
function nameOf({ user = '', user_info: info }: z.infer<typeof ANNOTATION>): string | null {
  if (user === HYPOTHESIS_USER) return null;
  return info?.display_name?.trim() || user.replace(/^acct:/, '').replace(/@.*$/, '') || null;
}
