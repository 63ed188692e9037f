/**
 * Faces and pictures: emoticons made of marks, and emoji made of several code points that show as one.
 */

const FACES = [
  ':-)',
  ':-(',
  ';-)',
  ':)',
  ':(',
  ';)',
  ';(',
  '=)',
  '=(',
  ':D',
  ':P',
  ':p',
  ':/',
  ':|',
  '^_^',
  '-_-',
  '<3',
  '8)',
  'xD',
];
const LONGEST_FACE = 3;
const BY_FIRST = new Map<number, string[]>();
for (const face of FACES) BY_FIRST.set(face.charCodeAt(0), [...(BY_FIRST.get(face.charCodeAt(0)) ?? []), face]);

/**
 * The length of the emoticon that begins at `at`, or 0. It must end its run of characters, but for a full stop or the like.
 *
 * @example
 * emoticonLength('ok :)', 3, 3, 5); // 2
 */
export function emoticonLength(text: string, at: number, chunkStart: number, chunkEnd: number): number {
  const faces = BY_FIRST.get(text.charCodeAt(at));
  if (!faces || chunkEnd - at > LONGEST_FACE + 1) return 0;
  const isEnded = /[.,!]/.test(text[chunkEnd - 1]);
  const rest = text.slice(at, isEnded ? chunkEnd - 1 : chunkEnd);
  const needsSpace = rest === ':/' || rest === ':|' || rest === ':(' || rest === ';(' || rest === '8)';
  if (needsSpace && at !== chunkStart) return 0;
  return faces.includes(rest) ? rest.length : 0;
}

/**
 * The end of the picture that begins at `at`: one code point with its variation selector, skin tone, flag partner and
 * joined parts (a family is four people and three joiners). A lone surrogate is a picture by itself.
 *
 * @example
 * pictographEnd('👩‍🚒!', 0, 6); // 5
 */
export function pictographEnd(text: string, at: number, limit: number): number {
  let end = at + width(text, at, limit);
  if (isFlagLetter(text.codePointAt(at)!) && end < limit && isFlagLetter(text.codePointAt(end)!)) return end + 2;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code === 0xfe0f || code === 0xfe0e || code === 0x20e3) end++;
    else if (code === 0x200d && end + 1 < limit && isPicture(text.codePointAt(end + 1)!))
      end += 1 + width(text, end + 1, limit);
    else if (code === 0xd83c && isSkinTone(text.codePointAt(end)!)) end += 2;
    else break;
  }
  return Math.min(end, limit);
}

const width = (text: string, at: number, limit: number): number =>
  text.codePointAt(at)! > 0xffff && at + 1 < limit ? 2 : 1;
const isFlagLetter = (point: number): boolean => point >= 0x1f1e6 && point <= 0x1f1ff;
const isSkinTone = (point: number): boolean => point >= 0x1f3fb && point <= 0x1f3ff;
const isPicture = (point: number): boolean => point >= 0x1f000 || (point >= 0x2190 && point <= 0x2bff);
