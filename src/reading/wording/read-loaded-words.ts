/**
 * A reader's own list of loaded words, as they write it: JSON lines, or a table.
 *
 *     {"word": "regime", "plainer": "government", "reason": "denies legitimacy", "part": "noun", "except": ["training"]}
 *     regime | government | denies legitimacy | noun | training tax
 *
 * In a table, cells are separated by tabs or bars; part and except may be left out. Empty lines and lines that begin with # are passed over. A
 * plainer word of "-" (or null) takes an entry out of the list that comes with Hearsay.
 */
import type { LoadedWord } from '../../language/en/loaded-words.ts';
import { LOADED_WORDS } from '../../language/en/loaded-words.ts';
import { WORD_CLASSES, type WordClass } from '../../language/inflection/inflect.ts';
import { HearsayError } from '../../text/errors.ts';

const SHAPE = 'word | plainer word | reason, or {"word": "…", "plainer": "…", "reason": "…"}';

/**
 * Reads the list.
 *
 * @param name what messages call it: the file's name
 * @throws HearsayError E_INPUT where a line cannot be read; the message names the line and says what to write.
 * @example
 * readLoadedWords('regime | government | denies legitimacy', 'mine.txt')[0].part; // 'noun'
 */
export function readLoadedWords(text: string, name: string): LoadedWord[] {
  const entries = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line, i) => {
      const written = line.trim();
      return written === '' || written.startsWith('#') ? [] : readLine(written, `${name}, line ${i + 1}`);
    });
  if (entries.length === 0) throw problem(name, `holds no words: write one a line, as ${SHAPE}`);
  return entries;
}

function readLine(line: string, where: string): LoadedWord[] {
  const cells = line.startsWith('{') ? readObject(line, where) : readCells(line);
  const { word, plainer, reason, part, except } = cells;
  if (word === '') throw problem(where, `names no word: write ${SHAPE}`);
  if (plainer === null) throw problem(where, `has no plainer word for "${word}": write ${SHAPE}, or - to take it out`);
  const known = LOADED_WORDS.filter((entry) => entry.word === word);
  if (part !== '' && !WORD_CLASSES.includes(part as WordClass)) {
    throw problem(where, `"${part}" is no part of speech: use ${WORD_CLASSES.join(', ')}`);
  }
  const parts =
    part !== '' ? [part as WordClass] : known.length > 0 ? known.map((entry) => entry.part) : (['other'] as const);
  return parts.map((of) => ({ word, part: of, plainer: plainer === '-' ? '' : plainer, reason, except }));
}

interface Cells {
  readonly word: string;
  /** Null where it is missing. */
  readonly plainer: string | null;
  readonly reason: string;
  readonly part: string;
  readonly except: readonly string[];
}

function readCells(line: string): Cells {
  const [word = '', plainer = '', reason = '', part = '', except = ''] = line
    .split(line.includes('\t') ? '\t' : '|')
    .map((cell) => cell.trim());
  return {
    word: plainWord(word),
    plainer: plainer === '' ? null : plainer,
    reason,
    part: part.toLowerCase(),
    except: except === '' ? [] : except.toLowerCase().split(/[\s,]+/),
  };
}

function readObject(line: string, where: string): Cells {
  let object: Record<string, unknown>;
  try {
    object = JSON.parse(line);
  } catch (cause) {
    throw new HearsayError('E_INPUT', `${where}: is no JSON object: write ${SHAPE}.`, { cause });
  }
  const string = (key: string): string => {
    const value = object[key] ?? '';
    if (typeof value !== 'string') throw problem(where, `"${key}" must be a string`);
    return value.trim();
  };
  const except = object.except ?? [];
  if (!Array.isArray(except) || except.some((word) => typeof word !== 'string')) {
    throw problem(where, '"except" must be a list of words');
  }
  const plainer = string('plainer');
  return {
    word: plainWord(string('word')),
    plainer: object.plainer === null ? '-' : plainer === '' ? null : plainer,
    reason: string('reason'),
    part: string('part').toLowerCase(),
    except: except.map((word: string) => word.toLowerCase()),
  };
}

function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
}

function problem(where: string, what: string): HearsayError {
  return new HearsayError('E_INPUT', `${where}: ${what}.`);
}
