import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readGumDates } from './gum-dates.ts';

const XML = `<text id="a" dateCreated="2015-05-07">
<p>
<s>
<date when="1995">
In\tIN
1995\tCD
</date>
,\t,
A&amp;B\tNP
left\tVBD
<date when="2015-05">
it\tPRP
</date>
.\t.
</s>
</p>
<p>
<date from="2000" to="2001">
2000\tCD
</date>
</p>
`;

test('reads text and dates, and only those asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-gum-'));
  const head = Buffer.alloc(512);
  head.write('xml/GUM_news_a.xml', 0);
  head.write(Buffer.byteLength(XML).toString(8).padStart(11, '0'), 124);
  head.write('0', 156);
  const body = Buffer.alloc(Math.ceil(XML.length / 512) * 512);
  body.write(XML);
  const path = join(folder, 'xml.tar.gz');
  writeFileSync(path, gzipSync(Buffer.concat([head, body])));
  const articles = readGumDates(path);
  rmSync(folder, { recursive: true });
  expect(articles).toEqual([
    {
      id: 'GUM_news_a',
      text: 'In 1995, A&B left it.\n\n2000',
      date: '2015-05-07',
      dates: [{ start: 0, end: 7, when: '1995' }],
    },
  ]);
});
