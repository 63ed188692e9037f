/**
 * Nouns that tell whether a person is a woman or a man, for "his" and "her" after "the spokeswoman" or "the king". Words in lower
 * case, singular; compounds in -woman, -man and the like are told by their ending (`nounGender`). "Chairman" and its likes tell
 * nothing: they are said of women too.
 */
import type { Gender } from './titles.ts';

const FEMALE = new Set(
  'woman women lady ladies girl girls female wife wives mother mothers mom mum mama mommy mummy daughter daughters sister sisters aunt aunts niece nieces grandmother grandma granddaughter stepmother stepdaughter girlfriend bride widow heiress heroine actress waitress hostess stewardess goddess princess queen empress duchess countess baroness priestess nun nuns abbess mistress madam midwife landlady schoolgirl ballerina diva sorceress witch'.split(
    ' ',
  ),
);

const MALE = new Set(
  'man men gentleman gentlemen guy guys boy boys male husband husbands father fathers dad daddy papa son sons brother brothers uncle uncles nephew nephews grandfather grandpa grandson stepfather stepson boyfriend groom bridegroom widower king prince emperor duke count baron monk monks abbot priest pope lad lads bloke landlord schoolboy wizard fisherman policeman businessman salesman'.split(
    ' ',
  ),
);

/** Endings of offices held by women and men alike. */
const OFFICES = /^(?:chair|spokes|congress|alder|council|states|fresh|hu|wo|ger|ro|ot|tali)m[ae]n$/;

/**
 * The gender that a noun tells, or null.
 *
 * @param lower the noun in lower case
 * @example
 * nounGender('spokeswoman'); // 'female'
 * nounGender('chairman'); // null
 */
export function nounGender(lower: string): Gender | null {
  if (FEMALE.has(lower) || /(?:wom[ae]n|girl|mother|daughter|sister)$/.test(lower)) return 'female';
  if (MALE.has(lower)) return 'male';
  return /^spokesman$|[a-z]{3}m[ae]n$/.test(lower) && (lower === 'spokesman' || !OFFICES.test(lower)) ? 'male' : null;
}
