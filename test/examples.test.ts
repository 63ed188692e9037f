/**
 * The sample project keeps its word: all that examples/planted.json quotes stands, verbatim, in the file that it names,
 * and the README lists every article. No engine is used: tags and entities are taken off by the plainest means, so
 * that a fault of intake cannot hide here. White space counts as one space; tags inside a line count as nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Piece {
  readonly first: string;
  readonly last: string;
}
interface PlantedStatement {
  readonly id: string;
  readonly file: string;
  readonly kind: string;
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: readonly Piece[];
  readonly passages: readonly string[];
  readonly tags: readonly string[];
  readonly sourceOccurrence?: number;
  readonly cueOccurrence?: number;
  readonly parent?: string;
}
interface Quoted {
  readonly file: string;
  readonly text: string;
}
interface Planted {
  readonly articles: readonly {
    file: string;
    title: string;
    charset: string;
    declaredCharset: string | null;
    published: string;
  }[];
  readonly statements: readonly PlantedStatement[];
  readonly facts: readonly (Quoted & { id: string; passage: string })[];
  readonly copies: readonly { origin: string; copy: string; how: string; shared: string }[];
  readonly conflicts: readonly { about: string; accounts: readonly Quoted[] }[];
  readonly contradictions: readonly { actor: string; accounts: readonly Quoted[] }[];
  readonly quotationDrift: readonly { speaker: string; wordings: readonly Quoted[] }[];
  readonly independent: readonly { files: readonly string[] }[];
  readonly corrections: readonly {
    before: string;
    after: string;
    note: string;
    changed: readonly { before: string; after: string }[];
    removed: readonly string[];
  }[];
}

const folder = join(import.meta.dirname, '../examples');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const planted: Planted = JSON.parse(readFileSync(join(folder, 'planted.json'), 'utf8'));
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  rsaquo: '›',
};

const inlineTag = /<\/?(?:a|abbr|b|cite|em|font|i|mark|q|small|span|strong|sub|sup|time|u)(?:\s[^>]*)?>/gi;

function visibleText(file: string): string {
  const bytes = readFileSync(join(folder, file));
  const charset = planted.articles.find((article) => article.file === file)?.charset ?? 'utf-8';
  let text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  if (file.endsWith('.html')) {
    text = text
      .replace(/<!--.*?-->/gs, ' ')
      .replace(/<(script|style)\b.*?<\/\1>/gis, ' ')
      .replace(inlineTag, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
      .replace(/&(\w+);/g, (entity, name) => entities[name] ?? entity);
  }
  return collapse(text);
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

const files = readdirSync(join(folder, 'articles'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `articles/${join(entry.parentPath, entry.name).split('/articles/')[1]}`)
  .sort();
const texts = new Map(files.map((file) => [file, visibleText(file)]));

function textOf(file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`${file} is planted in, but is not among the sample articles`);
  return text;
}

describe('the articles', () => {
  it('are all listed in planted.json and in the README', () => {
    expect(planted.articles.map((article) => article.file).sort()).toEqual(files);
    for (const file of files) expect(readme, file).toContain(`(${file})`);
  });

  it.each(planted.articles.map((article) => [article.file, article] as const))('%s has its title', (file, article) => {
    expect(textOf(file)).toContain(article.title);
    expect(file).toContain(`/${article.published.slice(0, 10)}-`);
  });

  it('declare the charset that planted.json names', () => {
    for (const { file, declaredCharset } of planted.articles) {
      if (declaredCharset === null) continue;
      const markup = readFileSync(join(folder, file), 'latin1');
      expect(markup.match(/charset="?([\w-]+)/i)?.[1].toLowerCase(), file).toBe(declaredCharset);
    }
  });
});

describe('the planted statements', () => {
  it('are at least sixty, with ids of their own', () => {
    expect(planted.statements.length).toBeGreaterThanOrEqual(60);
    const ids = [...planted.statements, ...planted.facts].map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(planted.statements.map((statement) => [statement.id, statement] as const))('%s', (_, statement) => {
    const text = textOf(statement.file);
    for (const passage of statement.passages) expect(occurrences(text, passage), passage).toBe(1);
    const passages = statement.passages.join('\n');
    for (const [part, nth] of [
      [statement.source, statement.sourceOccurrence],
      [statement.cue, statement.cueOccurrence],
    ] as const) {
      if (part !== null) expect(occurrences(passages, part), part).toBeGreaterThanOrEqual(nth ?? 1);
    }
    let after = 0;
    for (const { first, last } of statement.content) {
      const start = passages.indexOf(first, after);
      expect(start, first).toBeGreaterThanOrEqual(after);
      const end = passages.indexOf(last, start);
      expect(end, last).toBeGreaterThanOrEqual(start);
      after = end + last.length;
    }
    expect(statement.source !== null || statement.cue !== null || statement.content.length > 0).toBe(true);
    expect(['direct', 'indirect', 'mixed']).toContain(statement.kind);
    if (statement.parent !== undefined) {
      const parent = planted.statements.find(({ id }) => id === statement.parent);
      expect(parent?.file).toBe(statement.file);
    }
  });
});

it('planted facts stand in their articles once', () => {
  for (const fact of planted.facts) {
    expect(occurrences(textOf(fact.file), fact.passage), fact.id).toBe(1);
    expect(fact.passage, fact.id).toContain(fact.text);
  }
});

it.each([
  ...planted.conflicts.map(({ about, accounts }) => [about, accounts] as const),
  ...planted.contradictions.map(({ actor, accounts }) => [actor, accounts] as const),
  ...planted.quotationDrift.map(({ speaker, wordings }) => [speaker, wordings] as const),
])('%s: every account stands in its article', (_, accounts) => {
  expect(accounts.length).toBeGreaterThanOrEqual(2);
  for (const { file, text } of accounts) expect(textOf(file), file).toContain(text);
});

it('copies share their words with the origin', () => {
  const plain = (text: string) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  for (const { origin, copy, shared } of planted.copies) {
    expect(plain(textOf(origin)), origin).toContain(plain(shared));
    expect(plain(textOf(copy)), copy).toContain(plain(shared));
  }
});

it('the whole copy holds every paragraph of its origin', () => {
  const plain = (text: string) =>
    collapse(
      text
        .replace(/[“”]/g, '"')
        .replace(/[‘’]/g, "'")
        .replace(/ [—-] /g, ' - '),
    );
  for (const { origin, copy, how } of planted.copies) {
    if (how !== 'whole') continue;
    const paragraphs = readFileSync(join(folder, origin), 'utf8').trim().split('\n\n').slice(3, -1);
    for (const paragraph of paragraphs) expect(plain(textOf(copy))).toContain(plain(paragraph));
  }
});

it('reports of the press conference share no long run of words', () => {
  for (const { files: reports } of planted.independent) {
    expect(reports.length).toBe(3);
    // Twelve words outside quotations would make one report a copy of another.
    const runs = reports.map((file) => {
      const words = textOf(file)
        .replace(/“[^”]*”|‘[^’]*’/g, ' ')
        .split(/\s+/);
      return new Set(
        words.map((_, i) => words.slice(i, i + 12).join(' ')).filter((run) => run.split(' ').length === 12),
      );
    });
    for (let a = 0; a < runs.length; a++) {
      for (let b = a + 1; b < runs.length; b++) expect([...runs[a]].filter((run) => runs[b].has(run))).toEqual([]);
    }
  }
});

it('the correction changed and removed what planted.json says', () => {
  for (const { before, after, note, changed, removed } of planted.corrections) {
    expect(textOf(after)).toContain(note);
    expect(textOf(before)).not.toContain(note);
    for (const change of changed) {
      expect(textOf(before)).toContain(change.before);
      expect(textOf(after)).not.toContain(change.before);
      expect(textOf(after)).toContain(change.after);
    }
    for (const words of removed) {
      expect(textOf(before)).toContain(words);
      expect(textOf(after)).not.toContain(words);
    }
  }
});

it('the README says what each statement is', () => {
  for (const statement of planted.statements) {
    const name = statement.file.replace('articles/', '');
    const section = readme.split('#### ').find((part) => part.startsWith(`${name}\n`)) ?? '';
    const row = section.split('\n').find((line) => line.startsWith(`| ${statement.id.split(':').pop()} |`));
    expect(row, statement.id).toContain(statement.source ?? '—');
    expect(row, statement.id).toContain(statement.cue ?? '—');
  }
});
