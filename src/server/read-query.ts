/** Reads the filters of GET /v1/statements from an address, and refuses what it does not know instead of ignoring it. */
import { STATEMENT_ORDERS, type StatementQuery } from '../ledger/ledger.ts';
import { HearsayError } from '../text/errors.ts';

const DIRECTIONS = ['up', 'down'] as const;

/**
 * The query that the parameters spell out.
 *
 * @throws HearsayError E_INPUT where a parameter is unknown, or its value is none of those allowed.
 * @example
 * readQuery({ search: 'act:denied', limit: '20' }); // { search: 'act:denied', limit: 20 }
 */
export function readQuery(parameters: Readonly<Record<string, string>>): StatementQuery {
  const query: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(parameters)) {
    const read = Object.hasOwn(READERS, name) ? READERS[name as keyof StatementQuery] : undefined;
    if (!read) {
      throw new HearsayError('E_INPUT', `There is no parameter "${name}": use ${Object.keys(READERS).join(', ')}.`);
    }
    query[name] = read(value, name);
  }
  return query as StatementQuery;
}

type Reader = (value: string, name: string) => string | number;

const READERS: Readonly<Record<keyof StatementQuery, Reader>> = {
  search: (value) => value,
  order: oneOf(STATEMENT_ORDERS),
  direction: oneOf(DIRECTIONS),
  limit: wholeNumber,
  after: (value) => value,
  facets: wholeNumber,
};

function oneOf(allowed: readonly string[]): Reader {
  return (value, name) => {
    if (allowed.includes(value)) return value;
    throw new HearsayError('E_INPUT', `"${value}" is no value for ${name}: use ${allowed.join(', ')}.`);
  };
}

function wholeNumber(value: string, name: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new HearsayError('E_INPUT', `"${value}" is no value for ${name}: give a whole number.`);
}
