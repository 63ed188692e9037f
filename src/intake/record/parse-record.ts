/**
 * A record: one article as a JSON object `{"id", "text" or "html", "date"?, "title"?, "url"?}`, the form in which programs
 * hand articles in, one a line of `hearsay read --jsonl`. Fields beyond these are ignored. Only the form is checked here;
 * whether the text is an article is the reading's affair.
 */
import { HearsayError } from '../../text/errors.ts';

export interface ArticleRecord {
  readonly id: string;
  /** The canonical text, to the letter. Either this or `html` is given, not both. */
  readonly text: string | null;
  readonly html: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly url: string | null;
}

/**
 * Checks that a value is a record, and names every field that is missing from it.
 *
 * @throws HearsayError E_INPUT where it is not, saying which field is wrong.
 * @example
 * parseRecord({ id: 7, text: 'The port denied it.' }); // { id: '7', text: 'The port denied it.', html: null, … }
 */
export function parseRecord(value: unknown): ArticleRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new HearsayError('E_INPUT', 'This is not an article: give an object {"id", "text" or "html"}.');
  }
  const fields = value as Record<string, unknown>;
  const id = recordId(value);
  if (id === null) throw new HearsayError('E_INPUT', 'The article has no "id": give it one, a string or a number.');
  const text = stringField(fields, 'text');
  const html = stringField(fields, 'html');
  if ((text === null) === (html === null)) {
    throw new HearsayError('E_INPUT', 'Give the article either as "text" or as "html", one of the two.');
  }
  return {
    id,
    text,
    html,
    date: stringField(fields, 'date'),
    title: stringField(fields, 'title'),
    url: stringField(fields, 'url'),
  };
}

/**
 * The id of a record as a string, or null where there is none to be had: for naming a record that is otherwise unreadable.
 *
 * @example
 * recordId({ id: 7, text: 8 }); // '7'
 */
export function recordId(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  if (typeof id === 'string' && id !== '') return id;
  return typeof id === 'number' ? String(id) : null;
}

function stringField(fields: Record<string, unknown>, name: string): string | null {
  const value = fields[name] ?? null;
  if (value === null || typeof value === 'string') return value;
  throw new HearsayError('E_INPUT', `The field "${name}" must be a string.`);
}
