/**
 * Which language a text is in (eld, n-grams), and whether the engine has a model for it.
 */
import { eld } from 'eld/extrasmall';
import type { Warning } from '../reading/reading.ts';

/** The first code units of a text that identifying its language looks at. */
const SAMPLE = 6_000;
/** Code units below which Latin letters are taken for English or for nothing: of "Rain. Fog. Sun." n-grams make Yoruba. */
const TELLING = 40;
const names = new Intl.DisplayNames(['en'], { type: 'language' });

/**
 * The language of a text as a BCP 47 tag; null where the text is too short or too mixed to tell.
 *
 * @example
 * identifyLanguage('The ministry denied on Tuesday that it had ordered the closure.'); // 'en'
 */
export function identifyLanguage(text: string): string | null {
  // The middle of the text: what stands at its edges is oftenest not the article.
  const from = text.length > 2 * SAMPLE ? Math.floor((text.length - SAMPLE) / 2) : 0;
  const sample = text.slice(from, from + SAMPLE).replace(/\s+/g, ' ');
  if (!/\p{L}{2}/u.test(sample)) return null;
  const found = eld.detect(sample);
  if (sample.length < TELLING && found.language !== 'en' && /\p{Script=Latin}/u.test(sample)) return null;
  return found.language && (found.isReliable() || sample.length > 200) ? found.language : null;
}

/**
 * The warning for a language that the engine has no model for; null for English, and where the language is not known.
 *
 * @example
 * languageWarning('de')?.code; // 'W_LANGUAGE'
 */
export function languageWarning(language: string | null): Warning | null {
  if (language === null || language === 'en') return null;
  const name = names.of(language) ?? language;
  const message = `The text seems to be in ${name} (${language}): Hearsay has a model for English only, so expect few and wrong statements.`;
  return { code: 'W_LANGUAGE', message };
}
