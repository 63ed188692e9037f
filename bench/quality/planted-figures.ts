/**
 * The figures of the sample project over which accounts conflict (how many died, how many were aboard): the share of the accounts planted in
 * examples/planted.json of which a claim holds the figure as it is meant ("at least 12", "dozens", "up to 60"). Rules are tuned on these articles.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArticle } from '../../src/intake/read-article.ts';
import { openEngine } from '../../src/models/open-engine.ts';
import type { Comparison, Quantity } from '../../src/reading/claims/claim.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const MEASURED: ReadonlySet<string> = new Set(['number of dead', 'people aboard']);
const WORDS: readonly (readonly [words: string, comparison: Comparison])[] = [
  ['at least ', 'atLeast'],
  ['more than ', 'moreThan'],
  ['up to ', 'atMost'],
];

interface Account {
  readonly file: string;
  readonly text: string;
  readonly value: string;
}

/**
 * The figure of the planted figures.
 *
 * @param tell is called for each account that is not found
 * @throws Error where planted words do not stand in the text that intake took from their article.
 * @example
 * measurePlantedFigures()[0].value; // 0.9
 */
export function measurePlantedFigures(
  tell: (line: string) => void = () => {},
): { readonly set: string; readonly measure: string; readonly value: number }[] {
  const planted = JSON.parse(readFileSync(`${EXAMPLES}planted.json`, 'utf8')) as {
    conflicts: { about: string; accounts: Account[] }[];
  };
  const accounts = planted.conflicts
    .filter(({ about }) => MEASURED.has(about))
    .flatMap((conflict) => conflict.accounts);
  const engine = openEngine();
  const right = accounts.filter(({ file, text, value }) => {
    const reading = engine.read(readArticle(readFileSync(EXAMPLES + file), { id: file }));
    // White space of the article may be a line end.
    const words = text.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const match = new RegExp(words.join('\\s+')).exec(reading.text);
    if (!match) throw new Error(`"${text}" does not stand in the text taken from ${file}.`);
    const [start, end] = [match.index, match.index + match[0].length];
    const isFound = reading.claims
      .flatMap(({ quantities }) => quantities)
      .some((quantity) => quantity.span[0] >= start && quantity.span[1] <= end && isMeant(quantity, value));
    if (!isFound) tell(`${file}: ${text} (${value})`);
    return isFound;
  });
  const value = Math.round((10_000 * right.length) / accounts.length) / 10_000;
  return [{ set: 'planted figures', measure: `of ${accounts.length} accounts, held by a claim`, value }];
}

function isMeant({ comparison, value, least }: Quantity, planted: string): boolean {
  if (planted === 'dozens') return value === null && least === 24;
  const [words, as] = WORDS.find(([start]) => planted.startsWith(start)) ?? ['', 'exactly'];
  return comparison === as && value === Number(planted.slice(words.length));
}
