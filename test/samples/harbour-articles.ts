/** Four short articles on one invented dispute, read by hand: what the tests of the page look for. */
import type { SampleArticle } from './make-reading.ts';

export const HARBOUR_ARTICLES: readonly SampleArticle[] = [
  {
    article: {
      title: 'Crane falls at Port Ansel; two hurt',
      outlet: 'Northern Wire',
      byline: 'By Ida Lund',
      published: '2026-05-04T09:15:00+02:00',
      url: 'https://wire.example/2026/05/04/crane',
    },
    blocks: [
      ['headline', 'Crane falls at Port Ansel; two hurt'],
      ['standfirst', 'Harbour master says wind was within limits'],
      ['byline', 'By Ida Lund'],
      [
        'paragraph',
        'PORT ANSEL — A loading crane fell on to Quay 3 early on Monday, injuring two dock workers, the port authority said.',
      ],
      [
        'paragraph',
        '“The wind was within limits,” harbour master Jonas Reiff told reporters. “We have no reason to think otherwise.”',
      ],
      [
        'paragraph',
        'Mr Reiff added that a union official had claimed that the crane’s brakes “had been reported faulty twice” since March.',
      ],
      ['caption', 'The fallen crane on Quay 3. The port authority says it was inspected in April.'],
      ['paragraph', 'It was the third accident at the port this year.'],
    ],
    statements: [
      {
        source: ['Harbour master'],
        cue: ['says'],
        content: ['wind was within limits'],
        confidence: 0.91,
      },
      {
        source: ['the port authority'],
        cue: ['said'],
        content: ['A loading crane fell on to Quay 3 early on Monday, injuring two dock workers'],
        confidence: 0.97,
      },
      {
        kind: 'direct',
        source: ['harbour master Jonas Reiff'],
        cue: ['told reporters'],
        content: ['“The wind was within limits,”', '“We have no reason to think otherwise.”'],
        confidence: 0.95,
      },
      {
        source: ['Mr Reiff'],
        cue: ['added'],
        content: [
          'that a union official had claimed that the crane’s brakes “had been reported faulty twice” since March',
        ],
        confidence: 0.88,
      },
      {
        kind: 'mixed',
        source: ['a union official'],
        cue: ['claimed'],
        content: ['that the crane’s brakes “had been reported faulty twice” since March'],
        parent: 3,
        confidence: 0.81,
      },
      { source: ['The port authority'], cue: ['says it'], content: ['was inspected in April'], confidence: 0.72 },
    ],
    leftOut: [
      { reason: 'newsletter', text: 'Sign up for the Northern Wire morning briefing' },
      { reason: 'related links', text: 'Read also: Port traffic at a record' },
    ],
  },
  {
    article: {
      title: 'Union: brakes of fallen crane were reported twice',
      outlet: 'The Ansel Mercury',
      byline: 'Piet Oduya',
      published: '2026-05-05',
      url: 'https://mercury.example/crane-brakes',
    },
    blocks: [
      ['headline', 'Union: brakes of fallen crane were reported twice'],
      ['paragraph', 'The dockers’ union denied on Tuesday that high wind had brought down the crane on Quay 3.'],
      [
        'quotation',
        '“We wrote it down on 3 March and again on 19 March. Nobody came.”\nMartha Solberg, shop steward, in a letter',
      ],
      ['paragraph', 'The brakes, it was previously claimed, had been replaced last winter.'],
    ],
    statements: [
      { source: ['Union'], content: ['brakes of fallen crane were reported twice'], confidence: 0.66 },
      {
        source: ['The dockers’ union'],
        cue: ['denied'],
        content: ['that high wind had brought down the crane on Quay 3'],
        confidence: 0.93,
      },
      {
        kind: 'direct',
        source: ['Martha Solberg, shop steward'],
        content: ['“We wrote it down on 3 March and again on 19 March. Nobody came.”'],
        confidence: 0.9,
      },
      {
        cue: ['it was previously claimed'],
        content: ['The brakes', 'had been replaced last winter'],
        confidence: 0.58,
      },
    ],
    warnings: [{ code: 'W_SHORT', message: 'The text is short: it may be only part of the article.' }],
  },
  {
    article: {
      title: 'Crane: what the inspectors found',
      outlet: 'The Ansel Mercury',
      published: '2026-05-09T07:00:00Z',
      modified: '2026-05-09T07:00:00Z',
      url: 'https://mercury.example/inspectors',
    },
    blocks: [
      ['headline', 'Crane: what the inspectors found'],
      ['paragraph', 'Inspectors found no fault in the brakes, according to a report seen by this newspaper.'],
    ],
    statements: [
      {
        source: ['a report seen by this newspaper'],
        cue: ['according to'],
        content: ['Inspectors found no fault in the brakes'],
        confidence: 0.9,
      },
    ],
  },
  {
    article: {
      title: 'Crane: what the inspectors found',
      outlet: 'The Ansel Mercury',
      published: '2026-05-09T07:00:00Z',
      modified: '2026-05-10T16:30:00Z',
      url: 'https://mercury.example/inspectors',
    },
    blocks: [
      ['headline', 'Crane: what the inspectors found'],
      ['paragraph', 'Inspectors found wear in one brake, according to a report seen by this newspaper.'],
      ['paragraph', 'An earlier version said that no fault had been found.'],
    ],
    statements: [
      {
        source: ['a report seen by this newspaper'],
        cue: ['according to'],
        content: ['Inspectors found wear in one brake'],
        confidence: 0.9,
      },
      { source: ['An earlier version'], cue: ['said'], content: ['that no fault had been found'], confidence: 0.85 },
    ],
  },
  {
    article: { language: 'en' },
    blocks: [['paragraph', 'A note without a head. Nobody is quoted in it.']],
  },
];
