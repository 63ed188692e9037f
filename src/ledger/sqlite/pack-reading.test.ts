import { expect, test } from 'vitest';
import { makeFictionalReading } from '../../../bench/ledger/fictional-readings.ts';
import { BRIDGE, FERRY } from '../../../test/samples/bridge-and-ferry.ts';
import { makeReading } from '../../../test/samples/make-reading.ts';
import type { Reading } from '../../reading/reading.ts';
import { packReading, unpackReading } from './pack-reading.ts';

const MADE_UP = makeFictionalReading(1, 0);
/** Words that the text does not have where the spans say stay as they are. */
const ODD: Reading = {
  ...MADE_UP,
  statements: MADE_UP.statements.map((statement) => ({
    ...statement,
    content: statement.content && { ...statement.content, text: 'other words', spans: [] },
  })),
};

test.each<[string, Reading]>([
  ['a small one', makeReading(BRIDGE)],
  ['one without sources', makeReading(FERRY)],
  ['one with times, places and claims', MADE_UP],
  ['one with words that are not in the text', ODD],
])('%s comes back byte for byte', (_name, reading) => {
  const again = unpackReading(packReading(reading), reading.text, reading.blocks);
  expect(JSON.stringify(again)).toBe(JSON.stringify(reading));
});

test('words that the text has take no room', () => {
  const wordless: Reading = {
    ...MADE_UP,
    statements: MADE_UP.statements.map(({ content, ...rest }) => ({
      ...rest,
      content: content && { ...content, spans: [] },
    })),
  };
  expect(MADE_UP.claims.length).toBeGreaterThan(MADE_UP.statements.length);
  expect(packReading(MADE_UP).length).toBeLessThan(packReading(wordless).length);
});
