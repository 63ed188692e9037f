/** The report in a real browser, from a file: it shows every statement, asks nobody, runs nothing of an article, and gives decisions back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportLedger } from '../../src/export/export-ledger.ts';
import { findFormat } from '../../src/export/formats.ts';
import { importDecisions } from '../../src/ledger/decisions/exchange-decisions.ts';
import type { Decision, StatementRecord } from '../../src/ledger/ledger.ts';
import { makeLedger, type SampleLedger } from '../samples/export-request.ts';
import { HARBOUR_ARTICLES } from '../samples/harbour-articles.ts';
import { makeReading, type SampleArticle } from '../samples/make-reading.ts';
import { makeWorld } from '../samples/world-articles.ts';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.ts';

const executablePath = findBrowser();

const EVIL = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';
const HOSTILE: SampleArticle = {
  article: {
    title: `</title></script>${EVIL}`,
    outlet: `"><svg onload="document.title='run'">`,
    byline: EVIL,
    url: 'javascript:document.title="run"',
  },
  blocks: [['paragraph', `Ada</script>${EVIL} said <!-- no --> ]]> &amp; "yes".`]],
  actors: [{ words: `Ada</script>${EVIL}`, type: 'person', role: EVIL }],
  statements: [
    {
      source: [`Ada</script>${EVIL}`],
      cue: ['said'],
      content: ['<!-- no --> ]]> &amp; "yes"'],
      who: { resolution: 'known', actors: [0] },
    },
  ],
  leftOut: [{ reason: EVIL, text: EVIL }],
};

describe.skipIf(executablePath === null)('the report', () => {
  let sample: SampleLedger;
  let browser: Browser;
  let page: Page;
  let asked: string[];
  let complaints: string[];
  const statements: StatementRecord[] = [];
  const rows = () => page.locator('.row:not([hidden])');

  beforeAll(async () => {
    sample = await makeLedger([...HARBOUR_ARTICLES.map(makeReading), ...makeWorld(), makeReading(HOSTILE)]);
    for await (const statement of sample.ledger.eachStatement()) statements.push(statement);
    browser = await chromium.launch({ executablePath: executablePath!, args: BROWSER_ARGUMENTS });
    const { count } = await exportLedger(sample.ledger, {
      format: findFormat('html'),
      at: '2026-11-26T12:00:00.000Z',
      engineVersion: '0.1.0',
      out: join(sample.folder, 'report.html'),
    });
    expect(count).toBe(statements.length);
  });

  afterAll(async () => {
    await browser?.close();
    await sample?.remove();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    asked = [];
    complaints = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(join(sample.folder, 'report.html')).href);
  });

  afterEach(async () => {
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('every statement, word for word, in the list and in the articles; nothing of an article is run', async () => {
    expect(await page.locator('.row .content').allTextContents()).toEqual(
      statements.map(({ content }) => content?.text ?? 'no content'),
    );
    expect(await page.locator('h1').textContent()).toContain(`${statements.length} statements`);
    const articles = (await page.locator('article').allTextContents()).join('\n');
    for (const { source } of statements)
      if (source) for (const part of source.text.split(' … ')) expect(plain(articles)).toContain(plain(part));
    expect(await page.title()).toBe(`Who said what: ${statements.length} statements`);
    expect(await page.locator('img, svg, iframe, object, article script, a[href^="javascript:"]').count()).toBe(0);
  });

  test('a number leads to the text and back', async () => {
    await page.locator('#s2 .content').click();
    await expect.poll(() => page.locator('#c2').evaluate((link) => link.getBoundingClientRect().top)).toBeLessThan(900);
    await page.locator('#c2').click();
    expect(page.url()).toMatch(/#s2$/);
  });

  test('words and menus filter the list', async () => {
    await page.getByLabel('Words').fill('BRAKES union');
    const { total } = await sample.ledger.statements({ search: 'brakes union' });
    expect(await rows().count()).toBe(total);
    expect(await page.locator('.filters output').textContent()).toBe(`${total} of ${statements.length} statements`);
    await page.getByLabel('Words').fill('');
    await page.getByLabel('Kind').selectOption('direct');
    expect(await rows().count()).toBe(statements.filter(({ kind }) => kind === 'direct').length);
  });

  test('what is marked comes back as decisions on the same words', async () => {
    const download = page.getByRole('button', { name: 'Download decisions' });
    const row = (number: number) => page.locator(`#s${number}`);
    await row(1).locator('[data-mark=accept]').click();
    await row(2).locator('[data-mark=accept]').click();
    await row(2).locator('[data-mark=reject]').click();
    await row(3).locator('[data-mark=note]').click();
    await row(3).locator('textarea').fill(' Ask “him” again. ');
    await row(4).locator('[data-mark=reject]').click();
    await row(4).locator('[data-mark=reject]').click();
    expect(await download.isDisabled()).toBe(true);
    await page.getByLabel('Your name').fill('Ada Lund');
    expect(await page.locator('.review output').textContent()).toBe('1 accepted, 1 rejected, 1 noted');
    const [given] = await Promise.all([page.waitForEvent('download'), download.click()]);
    expect(given.suggestedFilename()).toBe('decisions-Ada-Lund.jsonl');
    const file = readFileSync(await given.path(), 'utf8');
    const decisions: Decision[] = file
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(decisions.map(({ kind, value, targets }) => [kind, value, targets[0].id])).toEqual([
      ['accept', null, statements[0].id],
      ['reject', null, statements[1].id],
      ['note', { note: 'Ask “him” again.' }, statements[2].id],
    ]);
    for (const [position, { by, at, undoes, targets }] of decisions.entries()) {
      expect({ by, undoes }).toEqual({ by: 'Ada Lund', undoes: null });
      expect(new Date(at).toISOString()).toBe(at);
      const { textSha256, content, source, prefix, suffix, url } = statements[position];
      expect(targets[0]).toMatchObject({ kind: 'statement', address: url, textSha256 });
      const anchors = Object.fromEntries(targets[0].anchors.map((anchor) => [anchor.role, anchor]));
      expect(anchors.content).toMatchObject({ spans: content!.spans, prefix, suffix });
      expect(anchors.content.exact.join(' … ')).toBe(content!.text);
      expect(anchors.source?.spans ?? []).toEqual(source?.spans ?? []);
    }
    // Taking a file in checks the words, and that each id is that of the decision.
    expect(await importDecisions(sample.ledger, file.split('\n'))).toEqual({
      lines: 3,
      added: 3,
      states: { laid: 3, moved: 0, overruled: 0, unanchored: 0, waiting: 0, undone: 0 },
      refused: [],
    });
    await page.reload();
    expect(await page.locator('.review output').textContent()).toBe('1 accepted, 1 rejected, 1 noted');
    await page.getByLabel('Marked').selectOption('note');
    expect(await rows().count()).toBe(1);
  });

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('%i wide and %s: nothing stands out of the page, and words can be read', async (width, colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const contrast = await page.evaluate(() => {
      const light = (colour: string) => {
        const [r, g, b] = colour.match(/\d+/g)!.map((part) => {
          const value = Number(part) / 255;
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = light(getComputedStyle(document.body).backgroundColor);
      return ['body', 'small', '.source', '.cue', 'nav a'].map((selector) => {
        const ink = light(getComputedStyle(document.querySelector(selector)!).color);
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      });
    });
    for (const ratio of contrast) expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  test('on paper the controls are gone', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters, .review, .marks, nav').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.row').first().isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1000);
  });
});

function plain(text: string): string {
  return text.replace(/\d+|\s+/g, '');
}
