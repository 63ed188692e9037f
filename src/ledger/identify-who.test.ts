import { describe, expect, test } from 'vitest';
import type { ActorType } from '../reading/reading.ts';
import { identifyWho } from './identify-who.ts';

const who = (type: ActorType, name: string, articleId: string) => identifyWho({ id: 'act_1', type, name }, articleId);

describe('one actor across articles', () => {
  test.each<[ActorType, string, string]>([
    ['person', 'Ada Lund', 'Ada Lund'],
    ['person', 'Élodie  Brandt', 'Elodie Brandt'],
    ['person', 'Ada Lund', 'Minister Ada Lund'],
    ['person', 'Mei-Ling Novak', 'Professor Mei-Ling Novak'],
    ['state', 'Ketria', 'Ketria'],
    ['outlet', 'The Sarnova Courier', 'Sarnova Courier'],
    ['organization', 'Hydrovel', 'Hydrovel'],
    ['organization', 'the Morrin River Commission', 'Morrin River Commission'],
    ['organization', 'Ketrian ministry', 'the Ketrian ministry'],
  ])('%s: %s, %s', (type, first, second) => {
    expect(who(type, first, 'art_1')).toBe(who(type, second, 'art_2'));
  });
});

describe('an actor of each article', () => {
  test.each<[ActorType, string]>([
    ['person', 'Marek'],
    ['person', 'Mrs Marek'],
    ['person', 'Doctor'],
    ['person', 'hospital spokesman'],
    ['person', 'Prime Minister'],
    ['unnamed', 'two Western officials'],
    ['group', 'residents of Harsel'],
    ['document', 'the Harsel report'],
    ['organization', 'Police'],
    ['organization', 'Border police'],
    ['organization', 'Interior Ministry'],
    ['organization', 'the Ministry of Defence'],
    ['organization', 'company'],
    ['organization', 'their government'],
  ])('%s: %s', (type, name) => {
    expect(who(type, name, 'art_1')).not.toBe(who(type, name, 'art_2'));
    expect(who(type, name, 'art_1')).toBe(who(type, name, 'art_1'));
  });

  test('names of other types are others', () => {
    expect(who('person', 'Marek River', 'art_1')).not.toBe(who('organization', 'Marek River', 'art_1'));
  });
});
