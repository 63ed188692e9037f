import { describe, expect, test } from 'vitest';
import { datelineAgency, isDateLine, isNameLine, isoDate, isReportingCredit, isSlug, lineKind } from './line-kinds.ts';

test.each([
  ['By Ines Korv', 'byline'],
  ['By Ines Korv and Tor Wael, Northwire', 'byline'],
  ['By Ines Korv Published April 14, 2026 1:30 p.m.', 'byline'],
  ['By noon, the harbour was empty.', null],
  ['By J. R. Korv', 'byline'],
  ['Published: 18 November 2026, 10:15 GMT', 'dateline'],
  ['Updated Nov. 18, 2026 at 4:05 p.m.', 'dateline'],
  ['On 18 November 2026 the ferry sank', null],
  ['PORT MARLO, Osk (Northwire) —', 'dateline'],
  ['PORT MARLO', null],
  ['(Reporting by Ines Korv; Editing by Tor Wael)', 'credit'],
  ['Additional reporting by Ines Korv', 'credit'],
  ['© 2026 The Marlo Post', 'credit'],
  ['The ferry sank.', null],
])('lineKind(%j) is %j', (line, expected) => {
  expect(lineKind(line)).toBe(expected);
});

test.each([
  ['PORT MARLO, Osk (Northwire) - The ferry sank.', 'Northwire'],
  ['PORT MARLO, Osk, Nov 18 (Northwire) – The ferry sank.', 'Northwire'],
  ['(Northwire) — The ferry sank.', 'Northwire'],
  ['PORT MARLO - The ferry sank.', null],
  ['The ferry (built in 1990) - a rusty one - sank.', null],
])('datelineAgency(%j) is %j', (paragraph, expected) => {
  expect(datelineAgency(paragraph)).toBe(expected);
});

test.each([
  ['Posted on Nov. 18, 2026', '2026-11-18'],
  ['18th November 2026', '2026-11-18'],
  ['2026-11-18T10:15:00Z', '2026-11-18T10:15:00Z'],
  ['2026-11-18 10:15 UTC', '2026-11-18T10:15Z'],
  ['31 February 2026', null],
  ['29 February 2024', '2024-02-29'],
  ['2026-13-01', null],
  ['November 2026', null],
])('isoDate(%j) is %j', (text, expected) => {
  expect(isoDate(text)).toBe(expected);
});

describe('told apart', () => {
  test('a line with a date in it is no date line', () => {
    expect(isDateLine('18 November 2026')).toBe(true);
    expect(isDateLine('Minister resigns 18 November 2026')).toBe(false);
  });
  test('a copyright line is no reporting credit', () => {
    expect(isReportingCredit('Reporting by Ines Korv')).toBe(true);
    expect(isReportingCredit('© 2026 The Marlo Post')).toBe(false);
  });
});

test.each([
  ['Ines Korv', true],
  ['Northwire and Post staff', true],
  ['Ines Korv, Tor Wael and Ann de Bruyn', true],
  ['Summary', false],
  ['What we know', false],
  ['WHAT WE KNOW', false],
])('isNameLine(%j) is %j', (line, expected) => {
  expect(isNameLine(line)).toBe(expected);
});

test.each([
  ['PORT-FERRY/ (UPDATE 2)', true],
  ['PORT-FERRY/INQUIRY', true],
  ['FERRY SINKS', false],
  ['Ferry/Inquiry', false],
])('isSlug(%j) is %j', (line, expected) => {
  expect(isSlug(line)).toBe(expected);
});
