import { describe, expect, test } from 'vitest';
import { makeFacts, makeParsed } from '../../../test/samples/make-parsed.ts';
import type { NameType } from '../../text/document.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { groupNames } from './group-names.ts';

const GENDERS = { anna: 'female', josef: 'male', hanna: 'female', petr: 'male' } as const;

/** Words without a parse that matters, with what each name of the text may mean: "Marek: Anna Marek, Josef Marek (short name)". */
function grouped(words: string, names: Readonly<Record<string, NameType>>): string[] {
  const lexicon = new Lexicon();
  const parsed = words
    .split(' ')
    .map((word) =>
      word === '||' || word.includes('_') ? word : `${word}_${/^\p{Lu}/u.test(word) ? 'NNP' : 'NN'}_dep_0`,
    )
    .join(' ');
  const document = makeParsed(lexicon, parsed, names);
  const { groups, names: found } = groupNames(document, makeFacts(lexicon, {}, GENDERS));
  return document.names!.map(({ first, last }, i) => {
    const { start, end } = document.tokens!;
    const meant = found[i].groups.map((g) => groups[g].words.join(' ')).join(', ');
    return `${document.text.slice(start[first], end[last - 1])}: ${meant} (${found[i].why})`;
  });
}

describe('names of persons', () => {
  test('a surname is its only bearer, before the full name too', () => {
    const names = { Kovac: 'person', 'Hanna Kovac': 'person' } as const;
    expect(grouped('Kovac left ; Hanna Kovac spoke and Kovac sat', names)).toEqual([
      'Kovac: hanna kovac (short name)',
      'Hanna Kovac: hanna kovac (full name)',
      'Kovac: hanna kovac (short name)',
    ]);
  });

  test('of several bearers it is left open, unless a title tells', () => {
    const names = { 'Anna Marek': 'person', 'Josef Marek': 'person', Marek: 'person' } as const;
    expect(grouped('Anna Marek met Josef Marek ; Marek left', names).at(-1)).toBe(
      'Marek: anna marek, josef marek (short name)',
    );
    expect(grouped('Anna Marek met Josef Marek ; Mrs Marek left', names).at(-1)).toBe(
      'Marek: anna marek (title and surname)',
    );
    expect(grouped('Anna Marek met Josef Marek ; Mr Marek left', names).at(-1)).toBe(
      'Marek: josef marek (title and surname)',
    );
  });

  test.each([
    ['Montalvo had known Devocht for years', 'devocht'],
    ['Montalvo is known as Devocht', 'montalvo'],
    ['Montalvo , known by the name Devocht , left', 'montalvo'],
    ['Montalvo , nicknamed Devocht , left', 'montalvo'],
    ['Montalvo ( born Devocht ) left', 'montalvo'],
    ['Montalvo , alias Devocht , left', 'montalvo'],
  ])('%s: Devocht is %s', (text, meant) => {
    expect(grouped(text, { Montalvo: 'person', Devocht: 'person' })[1]).toContain(`Devocht: ${meant} `);
  });

  test('who gives a name to another is not the other', () => {
    const text = 'Montalvo_NNP_nsubj_2 nicknamed_VBD_root_0 Devocht_NNP_obj_2';
    expect(grouped(text, { Montalvo: 'person', Devocht: 'person' })[1]).toContain('Devocht: devocht ');
  });

  test('a title alone is nobody', () => {
    const lexicon = new Lexicon();
    const document = makeParsed(lexicon, 'Doctor_NNP_root_0 | King_NNP_root_0', { Doctor: 'person', King: 'person' });
    expect(groupNames(document, makeFacts(lexicon, {})).names.map(({ isTitle }) => isTitle)).toEqual([true, true]);
    const known = makeParsed(lexicon, 'Petr_NNP_root_0 King_NNP_flat_1 | King_NNP_root_0', {
      'Petr King': 'person',
      King: 'person',
    });
    expect(groupNames(known, makeFacts(lexicon, {})).names.map(({ isTitle }) => isTitle)).toEqual([false, false]);
  });
});

describe('names of bodies', () => {
  test.each([
    ['the Morrin River Commission ; MRC', 'MRC', 'morrin river commission'],
    ['the Morrin River Commission ; the Commission', 'Commission', 'morrin river commission'],
    ['Hydrovel Energy ; Hydrovel', 'Hydrovel', 'hydrovel energy'],
    ['the Ministry of Defence ; the Defence Ministry', 'Defence Ministry', 'ministry of defence'],
    ['the Morrin River Commission ; Fairness', 'Fairness', 'fairness'],
  ])('%s', (text, name, meant) => {
    const names = { [text.split(' ; ')[0].replace(/^the /, '')]: 'organization', [name]: 'organization' } as const;
    expect(grouped(text, names).at(-1)).toContain(`${name}: ${meant} `);
  });
});
