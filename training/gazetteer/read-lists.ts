/** Reads the hand-written lists of this folder: tab-separated, comments begin with "#", names in a field are parted by ", ". */
import { readFileSync } from 'node:fs';

/**
 * The rows of a list, without its comments; fields that a row lacks are empty.
 *
 * @param file its name in this folder
 * @param fields how many fields a row has
 * @throws Error where a row has more.
 * @example
 * readList('countries.tsv', 5)[0]; // ['AD', '42.5', '1.6', 'Andorran, Andorrans', 'Principality of Andorra']
 */
export function readList(file: string, fields: number): string[][] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const row = line.split('\t');
      if (row.length > fields) throw new Error(`${file}: too many fields in "${line}".`);
      return [...row, ...Array<string>(fields - row.length).fill('')];
    });
}

/**
 * The names in a field.
 *
 * @example
 * namesIn('Calif., CA'); // ['Calif.', 'CA']
 */
export function namesIn(field: string): string[] {
  return field.split(', ').filter((name) => name !== '');
}
