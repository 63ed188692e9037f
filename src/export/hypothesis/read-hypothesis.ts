/**
 * Annotations of Hypothesis, from its client's export ("annotations") or its API ("rows"), as quotations to be found in a text: what a person
 * marked, with note and tags. Page notes and replies mark no words and are passed over.
 */
import { z } from 'zod';
import { checkShape, parseJson } from '../annotated/read-lines.ts';

/** Words that somebody marked; start and end as the page had them, which may be another text than ours. */
export interface MarkedWords {
  readonly id: string;
  readonly url: string;
  readonly by: string;
  readonly at: string;
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
 * readHypothesis(readFileSync('hypothesis.json', 'utf8'))[0].exact;
 */
export function readHypothesis(json: string): MarkedWords[] {
  const annotations = checkShape(parseJson(json, 'The file'), FILE, 'The file is no export of Hypothesis');
  return annotations.flatMap(
    ({ id = '', uri: url, user: by = '', updated: at = '', text: note = '', tags = [], target }) => {
      const selectors = target?.[0]?.selector ?? [];
      const quote = selectors.map((selector) => QUOTE.safeParse(selector)).find(({ success }) => success)?.data;
      if (!quote) return [];
      const position = selectors.map((selector) => POSITION.safeParse(selector)).find(({ success }) => success)?.data;
      const { exact, prefix, suffix } = quote;
      return [
        {
          id,
          url,
          by,
          at,
          exact,
          prefix,
          suffix,
          start: position?.start ?? null,
          end: position?.end ?? null,
          note,
          tags,
        },
      ];
    },
  );
}
