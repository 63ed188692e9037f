/**
 * Doubts about a text that is to be read as an article: an error page, a login wall, the free beginning of a paid article, a
 * language without a model, damaged characters. They become warnings and never withhold the reading.
 */
import type { Warning } from '../reading/reading.ts';
import { languageWarning } from './language.ts';

/** Below this many words, the words of an error page or a wall are taken at their word. */
const SHORT = 220;

const ERROR_PAGE =
  /\b(?:(?:error|http)\s*(?:4\d\d|5\d\d)|(?:403 forbidden|404 not found|page (?:not found|could not be found|cannot be found|(?:doesn['’]t|does not|no longer) exists?)|not found on this server|access denied|bad gateway|gateway time-?out|internal server error|service (?:temporarily )?unavailable|(?:temporarily )?down for maintenance|can['’]t find (?:the|that) page|too many requests))/i;
const ROBOT_CHECK =
  /(?:are you a (?:robot|human)|verify (?:that )?you are (?:a )?human|checking your browser|complete the captcha|enable javascript and cookies|please (?:enable|turn on) (?:javascript|cookies)|unusual (?:traffic|activity) from your)/i;
const LOGIN_WALL =
  /\b(?:(?:log|sign) ?in to (?:continue|read|your account|view)|please (?:log|sign) ?in|you must (?:be logged|log|sign) in|create (?:a free|an) account to|register (?:now )?(?:for free )?to (?:continue|read)|forgot(?:ten)? (?:your )?password)/i;
const PAYWALL =
  /\b(?:subscribe (?:now )?to (?:continue|keep) reading|to continue reading,? (?:please )?(?:subscribe|log|sign|register|this)|(?:this|the full) (?:article|story|content) is (?:only )?(?:available )?(?:for|to|reserved for) (?:our )?(?:paying |premium )?(?:subscribers|members)|already a subscriber|(?:you have|you['’]ve) (?:reached|used|read) (?:your|all|the) [\w ]{0,24}(?:free|complimentary|limit|articles)|unlock (?:this|the full) (?:article|story)|remaining [\w ]{0,12}free articles|continue reading (?:with|for) )/i;

/**
 * The warnings for a text, from its words alone.
 *
 * @param language as `identifyLanguage` gave it
 * @param around words that stood around the text (what was left out), where walls and notices stand
 * @example
 * doubtsAbout('404 Not Found', null).map((warning) => warning.code); // ['W_NOT_ARTICLE']
 */
export function doubtsAbout(text: string, language: string | null, around = ''): Warning[] {
  const warnings: Warning[] = [];
  const count = wordCount(text);
  const all = `${text.slice(0, 20_000)}\n${around.slice(0, 20_000)}`;
  const short = count < SHORT;
  if (short && ERROR_PAGE.test(text)) {
    warnings.push({
      code: 'W_NOT_ARTICLE',
      message: 'This looks like an error page, not an article: check the address or the file.',
    });
  } else if (short && ROBOT_CHECK.test(all)) {
    warnings.push({
      code: 'W_NOT_ARTICLE',
      message: 'This looks like a check for robots, not an article: save the page from a browser.',
    });
  } else if (short && PAYWALL.test(all)) {
    warnings.push({
      code: 'W_PARTIAL',
      message: 'This looks like the free beginning of a paid article: the rest is not in the file.',
    });
  } else if (short && LOGIN_WALL.test(all) && count < SHORT / 2) {
    warnings.push({
      code: 'W_NOT_ARTICLE',
      message: 'This looks like a login page, not an article: sign in with a browser and save the page.',
    });
  } else if (short && PAYWALL_END.test(text.trimEnd())) {
    warnings.push({ code: 'W_PARTIAL', message: 'The text breaks off: the rest of the article is not in the file.' });
  }
  const foreign = languageWarning(language);
  if (foreign) warnings.push(foreign);
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) {
    warnings.push({
      code: 'W_CHARACTERS',
      message: 'The text holds halves of characters (lone surrogates): it was damaged before it came here.',
    });
  }
  return warnings;
}

/** A text that ends in dots, "more" or "continue reading" was cut. */
const PAYWALL_END = /(?:\.\.\.|…|\[\+\d+ chars\]|(?:read more|continue reading)\W*)$/i;

/** Words of a text, counted without splitting it: a word begins where a letter or figure follows something else. */
function wordCount(text: string): number {
  let count = 0;
  const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
  while (count < SHORT && word.test(text)) count++;
  return count;
}
