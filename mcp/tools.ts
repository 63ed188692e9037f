/**
 * The tools that a language-model client is offered. Each is one question to the HTTP API, and its answer is what the API gives: exact
 * words with their places, never a verdict. All of them only read.
 */
import { z } from 'zod';
import type { Ask } from './ask.ts';

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: Readonly<Record<string, z.ZodType>>;
  run(ask: Ask, input: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const limit = z.number().int().min(1).max(200).default(20).describe('how many at most');
const after = z.string().optional().describe('the "next" of the page before this one');

export const TOOLS: readonly Tool[] = [
  {
    name: 'search_statements',
    description:
      'Statements that fit a search: who said what, by which words, in which article. Words, "phrases", prefix*, OR, NOT, and fields: ' +
      'source: content: outlet: act:denied kind:direct said:2026-04.. place: is:unnamed …',
    input: { search: z.string(), limit, after },
    run: (ask, { search, limit: most, after: mark }) =>
      ask(address('/v1/statements', { search, limit: most, after: mark })),
  },
  {
    name: 'who_said',
    description:
      'Statements whose content holds these words in this order: who said so, or denied it, and where. A denial is no support.',
    input: { words: z.string(), limit, after },
    run: (ask, { words, limit: most, after: mark }) =>
      ask(address('/v1/statements', { search: `content:${quoted(String(words))}`, limit: most, after: mark })),
  },
  {
    name: 'get_statement',
    description:
      'One statement with all that is known of it: its parts with their places in the text, actor, time, certainty, reasons.',
    input: { id: z.string() },
    run: (ask, { id }) => ask(`/v1/statements/${encodeURIComponent(String(id))}`),
  },
  {
    name: 'list_articles',
    description: 'Every article of the ledger, the latest published first.',
    input: {},
    run: (ask) => ask('/v1/articles'),
  },
  {
    name: 'get_article',
    description:
      'One article: its text, and everything that the engine found in it. Offsets are UTF-16 code units, half-open.',
    input: { id: z.string() },
    run: (ask, { id }) => ask(`/v1/articles/${encodeURIComponent(String(id))}`),
  },
  {
    name: 'article_claims',
    description:
      'What an article asserts, or has others assert, as propositions: who did what, to whom, when, where, how many.',
    input: { id: z.string() },
    run: (ask, { id }) => ask(`/v1/articles/${encodeURIComponent(String(id))}/claims`),
  },
  {
    name: 'timeline',
    description: 'The times that an article names, each as EDTF with earliest, latest and on what it was resolved.',
    input: { id: z.string() },
    run: (ask, { id }) => ask(`/v1/articles/${encodeURIComponent(String(id))}/moments`),
  },
];

function address(path: string, parameters: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, String(value));
  return `${path}?${query}`;
}

/** A phrase of the search language: what is between quotes is words alone. */
function quoted(words: string): string {
  return `"${words.replaceAll('"', ' ').trim()}"`;
}
