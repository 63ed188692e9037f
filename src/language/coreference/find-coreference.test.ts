import { expect, test } from 'vitest';
import { makeFacts, makeParsed } from '../../../test/samples/make-parsed.ts';
import { WordClusters } from '../clusters/word-clusters.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { writeCoreference } from './find-coreference.ts';
import { PairFeatures } from './pair-features.ts';
import { rankBy } from './ranking.ts';
import { WalkGround } from './walk-ground.ts';
import { walkMentions } from './walk-mentions.ts';

const BUCKETS = 1 << 10;
const PARAGRAPH = [
  'Anna_NNP_nsubj_3 Marek_NNP_flat_1 spoke_VBD_root_0 of_IN_case_7 her_PRP$_nmod:poss_7 old_JJ_amod_7 aide_NN_obl_3',
  'Josef_NNP_nsubj_3 Marek_NNP_flat_1 left_VBD_root_0 with_IN_case_6 the_DT_det_6 minister_NN_obl_3',
  'Marek_NNP_nsubj_2 said_VBD_root_0 he_PRP_nsubj_4 slept_VBD_ccomp_2',
].join(' | ');

/** Reads a text by a model that has learned nothing. */
function read(text: string) {
  const lexicon = new Lexicon();
  const names = { 'Anna Marek': 'person', 'Josef Marek': 'person', Marek: 'person' } as const;
  const document = makeParsed(lexicon, text, names);
  const facts = makeFacts(lexicon, { aide: 'person', minister: 'person' }, { anna: 'female', josef: 'male' });
  const clusters = new WordClusters(lexicon, {
    name: 'clusters',
    meta: {},
    arrays: { keys: new Uint32Array(16), clusters: new Uint16Array(16) },
  });
  const choose = rankBy(new Int8Array(BUCKETS), 0.01, new PairFeatures(clusters, BUCKETS));
  let looks = 0;
  const before = performance.now();
  const walked = walkMentions(
    new WalkGround(document, lexicon, facts),
    (open, state) => {
      looks += open.candidates.length;
      return choose(open, state);
    },
    { pronoun: 0.5, description: 0.5, name: 0.7, none: 0.3, unnamed: 0.4 },
  );
  const found = writeCoreference(document, walked);
  return { document, ...found, looks, milliseconds: performance.now() - before };
}

test('entities that nothing surely mentions are left out, and the others are told by their longest name', () => {
  const { document, mentions, entities } = read(PARAGRAPH);
  const { start, end } = document.tokens!;
  const wordsOf = (i: number): string => document.text.slice(start[mentions[i].first], end[mentions[i].last - 1]);
  const named = entities.filter(({ name }) => name !== null);
  expect(named.map(({ name, gender }) => [wordsOf(name!), gender])).toEqual([
    ['Anna Marek', 'female'],
    ['Josef Marek', 'male'],
  ]);
  for (const [e, entity] of entities.entries()) for (const m of entity.mentions) expect(mentions[m].entity).toBe(e);
  for (const { entity, candidates } of mentions)
    for (const candidate of candidates) {
      expect(candidate.entity).toBeLessThan(entities.length);
      if (entity !== null) expect(candidate.entity).toBe(entity);
    }
});

test('a text of eight times the length is looked at eight times as long', () => {
  const [short, long] = [300, 2400].map((paragraphs) => {
    const text = Array.from({ length: paragraphs }, () => PARAGRAPH).join(' || ');
    const runs = [read(text), read(text), read(text)];
    return { looks: runs[0].looks, milliseconds: Math.min(...runs.map(({ milliseconds }) => milliseconds)) };
  });
  expect(long.looks).toBeLessThan(9 * short.looks);
  // Time squared with the length would be 64 times as long.
  expect(long.milliseconds).toBeLessThan(32 * short.milliseconds);
});

test('so is one without a full stop', () => {
  const [short, long] = [1000, 8000].map((names) => {
    const text = Array.from(
      { length: names },
      (_, n) =>
        `${n % 2 === 0 ? 'Anna' : 'Josef'}_NNP_${n === 0 ? 'root_0' : 'conj_1'} Marek_NNP_flat_${2 * n + 1} he_PRP_dep_1`,
    ).join(' ');
    return Math.min(...[read(text), read(text)].map(({ milliseconds }) => milliseconds));
  });
  expect(long).toBeLessThan(32 * short);
});
