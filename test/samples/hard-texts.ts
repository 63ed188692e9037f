/** Texts that are hard on offsets: emoji, Arabic, combining marks, overlaps, split quotations, a span over a line end. */
import type { SampleArticle } from './make-reading.ts';

export const HARD_TEXTS: readonly SampleArticle[] = [
  {
    article: {
      title: '🚢 Ferry',
      outlet: 'Harbour 🛟 Post',
      url: 'https://post.example/ferry',
      published: '2026-11-18',
    },
    blocks: [
      ['headline', '🚢 Ferry'],
      ['paragraph', '👩‍🚒 Captain Zoe\u0301 Lund said “the 🚢 sank,” she added, “at dawn 🌅.”'],
      ['paragraph', 'Ada Lund claimed that the port denied that it\n🚢 sank.'],
    ],
    statements: [
      {
        kind: 'direct',
        source: ['Captain Zoe\u0301 Lund'],
        cue: ['said'],
        content: ['“the 🚢 sank,”', '“at dawn 🌅.”'],
      },
      { source: ['she'], cue: ['added'], content: ['“at dawn 🌅.”'] },
      { source: ['Ada Lund'], cue: ['claimed'], content: ['that the port denied that it\n🚢 sank'] },
      { source: ['the port'], cue: ['denied'], content: ['that it\n🚢 sank'], parent: 2 },
      { source: ['Ada Lund'], cue: ['claimed'], content: ['🚢 sank'], parent: 2 },
    ],
  },
  {
    article: { title: 'بيان', outlet: null },
    blocks: [['paragraph', 'قال الوزير 😀 إن «السفينة غرقت»، ولم يعلّق المرفأ.']],
    statements: [
      { source: ['الوزير'], cue: ['قال'], content: ['«السفينة غرقت»'] },
      { source: ['المرفأ'], cue: ['لم يعلّق'] },
      { content: ['السفينة'] },
      { source: ['الوزير', 'المرفأ'], cue: ['قال'], content: ['غرقت'] },
    ],
  },
];
