import { describe, expect, test } from 'vitest';
import { sampleGazetteer, samplePlaceWeights } from '../../../test/samples/make-gazetteer.ts';
import { makeNamed } from '../../../test/samples/make-named.ts';
import { createPlaceReader } from './read-places.ts';

const read = createPlaceReader({ gazetteer: sampleGazetteer(), places: samplePlaceWeights() });

/** Each place as "words: name country precision", with how it lies where it is not simply there. */
function placesIn(marked: string, outlet: string | null = null): string[] {
  const document = { ...makeNamed(marked), outlet };
  read(document);
  return document.places!.map(({ text, name, country, precision, relation, adjective }) =>
    [
      `${text}:`,
      ...(precision === null ? ['unplaced'] : [name, country, precision]),
      ...(relation === 'at' ? [] : [relation]),
      ...(adjective ? ['adjective'] : []),
    ].join(' '),
  );
}

describe('qualified names', () => {
  test.each([
    [
      'He left [Springfield|place], [Illinois|place], in May .',
      ['Springfield: Springfield US city', 'Illinois: Illinois US admin'],
    ],
    ['He left [Springfield|place], Ill., in May .', ['Springfield: Springfield US city']],
    ['It was in [Paris|place], [Texas|place] .', ['Paris: Paris US city', 'Texas: Texas US admin']],
    ['It was in [Paris|place] .', ['Paris: Paris FR city']],
    ['[Atlanta, Georgia|place], was calm .', ['Atlanta: Atlanta US city', 'Georgia: Georgia US admin']],
  ])('%s', (marked, places) => {
    expect(placesIn(marked)).toEqual(places);
  });

  test('the one in Illinois, not the larger one in Missouri', () => {
    const document = makeNamed('He left [Springfield|place], [Illinois|place] .');
    read(document);
    expect(document.places![0]).toMatchObject({ lat: 39.802, lon: -89.644, geonamesId: 420_000 });
    expect(document.places![0].why).toContain('lies in the place named beside it');
  });
});

describe('places that the gazetteer does not know', () => {
  test.each([
    ['The tug sank off Qelden in May .', ['Qelden: unplaced near']],
    ['A barge ran aground off [Tarvik Head|person] .', ['Tarvik Head: unplaced near']],
    ['It lay 20 miles off Sorvik Point .', ['Sorvik Point: unplaced near']],
    ['They camped beside [Ullvik|place] .', ['Ullvik: unplaced near']],
    ['A goat was seen on the islet of [Vessa|place] .', ['Vessa: unplaced']],
    // nothing afloat
    ['She wiped the grin off [Jones|person] .', []],
    ['The lid came off Qelden in May .', []],
    ['It is 20 miles off Route 5 .', []],
  ])('%s', (marked, places) => {
    expect(placesIn(marked)).toEqual(places);
  });
});

describe('regions, and what is near', () => {
  test.each([
    ['The [Dnipropetrovsk|place] region was hit .', ['Dnipropetrovsk: Dnipropetrovsk UA admin']],
    ['[Dnipropetrovsk|place] was once called so .', ['Dnipropetrovsk: Dnipro UA city']],
    ['A village near [Kharkiv|place] was hit .', ['Kharkiv: Kharkiv UA admin near']],
    ['It fell 20 miles north of [Kyiv|place] .', ['Kyiv: Kyiv UA admin near']],
    ['Troops left northern [Syria|place] .', ['Syria: Syria SY country part']],
    ['Troops left [Northern Syria|place] .', ['Northern Syria: Syria SY country part']],
    ['He flew over the [Indian|group] Ocean .', ['Indian Ocean: Indian Ocean  admin']],
    ['They came to [Europe|place] .', ['Europe: Europe  country']],
  ])('%s', (marked, places) => {
    expect(placesIn(marked).map((place) => place.replace(' null', ' '))).toEqual(
      places.map((place) => place.replace('  ', '  ')),
    );
  });
});

describe('spellings', () => {
  test.each([
    ['In [Kiev|place] it rained .', ['Kiev: Kyiv UA city']],
    ['[KYIV|place] was quiet .', ['KYIV: Kyiv UA city']],
    ["The People's [Republic of China|place] agreed .", ["People's Republic of China: China CN country"]],
    ['The [Republic of China|place] agreed .', ['Republic of China: Taiwan TW country']],
  ])('%s', (marked, places) => {
    expect(placesIn(marked)).toEqual(places);
  });
});

describe('what the rest of the article speaks of', () => {
  test.each([
    ['[Georgia|place] voted . It was calm in [Atlanta|place] .', 'Georgia: Georgia US admin'],
    ['[Georgia|place] voted . It was calm in [Tbilisi|place] .', 'Georgia: Georgia GE country'],
    ['[Georgia|place] and [Ukraine|place] agreed .', 'Georgia: Georgia GE country'],
    ['[Georgia|place] and [Texas|place] agreed .', 'Georgia: Georgia US admin'],
    ['[Paris|place], [Texas|place], burnt . The fire in [Paris|place] is out .', 'Paris: Paris US city'],
  ])('%s', (marked, place) => {
    expect(placesIn(marked)).toContain(place);
  });

  test('the outlet', () => {
    expect(placesIn('[Georgia|place] voted .', 'The Atlanta Gazette')).toEqual(['Georgia: Georgia US admin']);
    expect(placesIn('[Georgia|place] voted .', 'The Tbilisi Gazette')).toEqual(['Georgia: Georgia GE country']);
  });
});

describe('adjectives', () => {
  test('of a country, beside a word for a place', () => {
    expect(placesIn('The [Syrian|group] capital was quiet .')).toEqual(['Syrian: Syria SY country adjective']);
  });

  test.each([
    'The [Syrian|group] army was quiet .',
    'The [Syrian|group] province of nowhere was quiet .',
    '[Ukrainians|group] voted .',
  ])('no place in "%s"', (marked) => {
    expect(placesIn(marked)).toEqual([]);
  });
});

describe('what only has a place in its name', () => {
  test.each([
    'The [Bank of [England|place]|organization] declined .',
    '[Paris Saint-Germain|organization] won .',
    'The [Georgia Times|organization] said so .',
    '[Paris|person] smiled .',
    'The [Paris|place] Agreement holds .',
    'A type of [Reading|place] virus .',
    'It is called A/[Georgia|place]/7/2009 .',
    'They went to [Kharkiv University|place] .',
    '[FAO|place] said so .',
    'Dr [Kyiv Harsel|place] said so .',
  ])('no place in "%s"', (marked) => {
    expect(placesIn(marked)).toEqual([]);
  });

  test('but the state of its ministry', () => {
    expect(placesIn('The [Ministry of Defence of [Belarus|place]|organization] said so .')).toEqual([
      'Belarus: Belarus BY country',
    ]);
  });

  test('a site is none of the towns that are called like it', () => {
    expect(placesIn('He left the [White House|place] .')).toEqual(['White House: White House US site']);
  });
});

describe('what no tagger took for a place', () => {
  test.each([
    ['He lives in Kharkiv now .', ['Kharkiv: Kharkiv UA city']],
    ['He lives in [Kharkiv|person] now .', ['Kharkiv: Kharkiv UA city']],
    ['[Ukraine|organization] agreed .', ['Ukraine: Ukraine UA country']],
    ['He lives with Kharkiv now .', []],
    ['He lives in Kharkiv Harsel now .', []],
    ['In reading he was good .', []],
  ])('%s', (marked, places) => {
    expect(placesIn(marked)).toEqual(places);
  });
});

describe('unplaced beats wrong', () => {
  test.each([
    ['The doctor went to [Harsel|place] .', ['Harsel: unplaced']],
    ['It was in [Paris|place], [Ukraine|place] .', ['Paris: unplaced', 'Ukraine: Ukraine UA country']],
  ])('%s', (marked, places) => {
    expect(placesIn(marked)).toEqual(places);
  });

  test('with no coordinates, and why', () => {
    const document = makeNamed('The doctor went to [Harsel|place] .');
    read(document);
    expect(document.places).toMatchObject([
      { text: 'Harsel', name: 'Harsel', country: null, lat: null, lon: null, precision: null, kind: null, score: 0 },
    ]);
    expect(document.places![0].why).toEqual(['the gazetteer does not know it']);
  });
});

test.each(['', ' ', '.', 'in in in at', 'In', '[Kyiv|place]', 'of [of|place] of'])('reads %j', (marked) => {
  expect(() => placesIn(marked)).not.toThrow();
});

test('weights of other features are refused', () => {
  const places = { ...samplePlaceWeights(), meta: { features: ['people'], threshold: 0.3 } };
  expect(() => createPlaceReader({ gazetteer: sampleGazetteer(), places })).toThrow('train');
});

test('a long list of places takes no longer a place than a short one', () => {
  const marked = (n: number) =>
    Array.from(
      { length: n },
      (_, i) => `He saw [Village${'ab'[i % 2]}${i.toString(36).replace(/\d/g, 'x')}|place] and [Kharkiv|place] .`,
    ).join(' ');
  const document = makeNamed(marked(3000));
  read(document);
  expect(document.places!.length).toBeGreaterThan(3000);
});
