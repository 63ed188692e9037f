import { readFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { expect, test } from 'vitest';
import { askServer } from './ask.ts';
import { createMcpServer } from './create-mcp-server.ts';
import { TOOLS } from './tools.ts';

/** A client of a server that asks whatever `answer` stands for; the addresses that were asked. */
async function connect(answer: (url: URL, init?: RequestInit) => Response | Promise<Response>) {
  const asked: [method: string, address: string][] = [];
  const request = (async (url: URL, init?: RequestInit) => {
    asked.push([init?.method ?? 'GET', `${url.pathname}${url.search}`]);
    return answer(url, init);
  }) as typeof fetch;
  const server = createMcpServer(askServer('http://127.0.0.1:4317/', 'the-token', request));
  const client = new Client({ name: 'test', version: '1' });
  const [left, right] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(left), client.connect(right)]);
  return { client, asked };
}

const textOf = (result: unknown) => (result as { content: { text: string }[] }).content[0].text;

test('every tool only reads, and its README names it', async () => {
  const { client } = await connect(() => Response.json({}));
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  for (const { name } of tools) expect(readme).toContain(`\`${name}\``);
});

test.each([
  ['search_statements', { search: 'act:denied ferry' }, '/v1/statements?search=act%3Adenied+ferry&limit=20'],
  [
    'who_said',
    { words: 'no "signal" was given' },
    '/v1/statements?search=content%3A%22no++signal++was+given%22&limit=20',
  ],
  ['get_statement', { id: 'stmt_1/../x' }, '/v1/statements/stmt_1%2F..%2Fx'],
  ['list_articles', {}, '/v1/articles'],
  ['get_article', { id: 'art_1' }, '/v1/articles/art_1'],
  ['article_claims', { id: 'art_1' }, '/v1/articles/art_1/claims'],
  ['timeline', { id: 'art_1' }, '/v1/articles/art_1/moments'],
])('%s asks once, with GET and the token', async (name, input, address) => {
  let token: string | null = null;
  const { client, asked } = await connect((_, init) => {
    token = new Headers(init?.headers).get('authorization');
    return Response.json({ answer: 42 });
  });
  const result = await client.callTool({ name, arguments: input });
  expect(JSON.parse(textOf(result))).toEqual({ answer: 42 });
  expect(asked).toEqual([['GET', address]]);
  expect(token).toBe('Bearer the-token');
});

test('what the server refuses is told to the client', async () => {
  const refusal = { error: { code: 'E_NOT_FOUND', message: 'The ledger holds no such article.' } };
  const { client } = await connect(() => Response.json(refusal, { status: 404 }));
  const result = await client.callTool({ name: 'get_article', arguments: { id: 'x' } });
  expect([result.isError, textOf(result)]).toEqual([true, 'The ledger holds no such article.']);
});

test('no server says what to do', async () => {
  const { client } = await connect(() => Promise.reject(new TypeError('fetch failed')));
  expect(textOf(await client.callTool({ name: 'list_articles', arguments: {} }))).toContain('start "hearsay serve"');
});
