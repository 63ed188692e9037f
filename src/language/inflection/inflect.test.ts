import { expect, test } from 'vitest';
import { inflect, type WordClass } from './inflect.ts';

test.each<[string, WordClass, string]>([
  ['slam', 'verb', 'slam slams slammed slammed slamming'],
  ['criticise', 'verb', 'criticise criticises criticised criticised criticising'],
  ['reply', 'verb', 'reply replies replied replied replying'],
  ['parrot', 'verb', 'parrot parrots parroted parroted parroting'],
  ['rant', 'verb', 'rant rants ranted ranted ranting'],
  ['moan', 'verb', 'moan moans moaned moaned moaning'],
  ['spew', 'verb', 'spew spews spewed spewed spewing'],
  ['admit', 'verb', 'admit admits admitted admitted admitting'],
  ['agree', 'verb', 'agree agrees agreed agreed agreeing'],
  ['say', 'verb', 'say says said said saying'],
  ['tear', 'verb', 'tear tears tore torn tearing'],
  ['regime', 'noun', 'regime regimes'],
  ['crony', 'noun', 'crony cronies'],
  ['ploy', 'noun', 'ploy ploys'],
  ['witch', 'noun', 'witch witches'],
  ['henchman', 'noun', 'henchman henchmen'],
  ['brutal', 'adjective', 'brutal'],
])('%s, %s', (word, part, forms) => {
  expect(inflect(word, part)).toEqual(forms.split(' '));
});

test.each<[string, WordClass, string[]]>([
  ['hit out at', 'verb', ['hit out at', 'hits out at', 'hit out at', 'hit out at', 'hitting out at']],
  ['not answer', 'verb', ['do not answer', 'does not answer', 'did not answer', 'not answered', 'not answering']],
  ['war crime', 'noun', ['war crime', 'war crimes']],
  ['breach of the law', 'noun', ['breach of the law', 'breaches of the law']],
])('%s, %s', (word, part, forms) => {
  expect(inflect(word, part)).toEqual(forms);
});
