import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../database.ts';
import { readDoclists } from './read-doclists.ts';

let database: Database;

beforeEach(() => {
  database = new Database(new DatabaseSync(':memory:'));
  database.handle.exec(`
    CREATE TABLE entry (key INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT);
    CREATE VIRTUAL TABLE statement_text USING fts5(
      a, b, c, content = 'entry', content_rowid = 'key', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');`);
});

afterEach(() => {
  database.handle.close();
});

type Texts = readonly [string, string, string];

function put(key: number, texts: Texts): void {
  database.run('INSERT INTO entry VALUES (?, ?, ?, ?)', key, ...texts);
  database.run('INSERT INTO statement_text (rowid, a, b, c) VALUES (?, ?, ?, ?)', key, ...texts);
}

function take(key: number): void {
  const row = database.get<Record<'a' | 'b' | 'c', string>>('SELECT a, b, c FROM entry WHERE key = ?', key);
  if (!row) return;
  const remove = `INSERT INTO statement_text (statement_text, rowid, a, b, c) VALUES ('delete', ?, ?, ?, ?)`;
  database.run(remove, key, row.a, row.b, row.c);
  database.run('DELETE FROM entry WHERE key = ?', key);
}

function expectSame(word: string, prefix: boolean, columns: readonly number[] | null): void {
  const names = columns ? `{${columns.map((column) => 'abc'[column]).join(' ')}} : ` : '';
  const matched = database.all<{ rowid: number }>(
    'SELECT rowid FROM statement_text WHERE statement_text MATCH ? ORDER BY rowid',
    `${names}"${word}"${prefix ? '*' : ''}`,
  );
  const lists = readDoclists(database, 'statement_text', word, prefix, columns);
  for (const list of lists) expect(list).toEqual(new Float64Array(new Set(list)).sort());
  expect([...new Set(lists.flatMap((list) => [...list]))].sort((a, b) => a - b)).toEqual(
    matched.map(({ rowid }) => rowid),
  );
}

function expectAllSame(words: readonly string[]): void {
  for (const word of words) {
    for (const prefix of [false, true]) {
      for (const columns of [null, [0], [1], [2], [1, 2]]) expectSame(word, prefix, columns);
    }
  }
}

const WORDS = ['a', 'ab', 'abc', 'abd', 'b', 'bridge', 'bridges', 'zoo', 'née'];

test('finds what MATCH finds, whatever was put in and taken out, in whatever pieces', () => {
  const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '));
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constant('put' as const), fc.nat(40), fc.tuple(text, text, text)) },
    { weight: 2, arbitrary: fc.tuple(fc.constant('take' as const), fc.nat(40)) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('optimize' as const, 'merge' as const)) },
  );
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 12 }), (transactions) => {
      for (const steps of transactions) {
        database.write(() => {
          for (const [what, number, texts] of steps) {
            // Keys lie as far apart as those of versions do.
            const key = number! * 2 ** 20 + number!;
            if (what === 'optimize') database.run("INSERT INTO statement_text (statement_text) VALUES ('optimize')");
            else if (what === 'merge') {
              database.run("INSERT INTO statement_text (statement_text, rank) VALUES ('merge', 4)");
            } else {
              take(key);
              if (what === 'put') put(key, texts as unknown as Texts);
            }
          }
        });
      }
      expectAllSame(['a', 'ab', 'bridge', 'z', 'none']);
      database.write(() => {
        for (let number = 0; number <= 40; number++) take(number * 2 ** 20 + number);
      });
    }),
    { numRuns: 60 },
  );
});

test('finds what MATCH finds where lists and words go over many pages', () => {
  // The smallest page that FTS5 takes, so that everything that can be cut is cut.
  database.run("INSERT INTO statement_text (statement_text, rank) VALUES ('pgsz', 32)");
  for (let group = 0; group < 6; group++) {
    database.write(() => {
      for (let i = 0; i < 120; i++) {
        const number = group * 120 + i;
        const long = 'b'.repeat(1 + (number % 50));
        put(number * 2 ** 20, ['a '.repeat(number % 90), `bridge${number % 7} ${long}`, number % 3 ? 'abc a' : 'zoo']);
      }
    });
  }
  database.write(() => {
    for (let number = 0; number < 700; number += 7) take(number * 2 ** 20);
  });
  expectAllSame(['a', 'ab', 'abc', 'b', 'bbbb', 'bridge', 'bridge3', 'zoo', 'c', '0']);
  database.run("INSERT INTO statement_text (statement_text) VALUES ('optimize')");
  expectAllSame(['a', 'bridge', 'bridge6', 'bbb']);
});

test('an index with nothing in it holds nothing', () => {
  expectAllSame(['a']);
});
