/** Every format that a ledger is exported to, in the order in which `hearsay export --list` and docs/exports.md name them. */
import { HearsayError } from '../text/errors.ts';
import { brat } from './brat/brat.ts';
import { bibtex } from './citations/bibtex.ts';
import { cslJson } from './citations/csl-json.ts';
import { ris } from './citations/ris.ts';
import { citron } from './citron/citron.ts';
import { csv } from './csv/csv.ts';
import { doccano } from './doccano/doccano.ts';
import type { ExportFormat } from './format.ts';
import { followTheMoney } from './ftm/follow-the-money.ts';
import { gexf } from './graph/gexf.ts';
import { graphml } from './graph/graphml.ts';
import { html } from './html/html.ts';
import { hypothesis } from './hypothesis/hypothesis.ts';
import { json } from './json/json.ts';
import { jsonl } from './jsonl.ts';
import { labelStudio } from './label-studio/label-studio.ts';
import { opml } from './opml.ts';
import { parquet } from './parquet.ts';
import { geojson } from './places/geojson.ts';
import { kml } from './places/kml.ts';
import { prodigy } from './prodigy/prodigy.ts';
import { manifest } from './provenance/manifest.ts';
import { prov } from './provenance/prov.ts';
import { schemaOrg } from './schema-org.ts';
import { sqlite } from './sqlite.ts';
import { timelinejs } from './timeline/timelinejs.ts';
import { wacz } from './wacz/wacz.ts';
import { webAnnotation } from './web-annotation/web-annotation.ts';

export const FORMATS: readonly ExportFormat[] = [
  csv,
  jsonl,
  parquet,
  json,
  sqlite,
  html,
  wacz,
  webAnnotation,
  hypothesis,
  geojson,
  kml,
  timelinejs,
  schemaOrg,
  followTheMoney,
  cslJson,
  bibtex,
  ris,
  graphml,
  gexf,
  labelStudio,
  prodigy,
  doccano,
  brat,
  citron,
  prov,
  manifest,
  opml,
];

/**
 * The format of that name.
 *
 * @throws HearsayError E_USAGE where there is none.
 * @example
 * findFormat('csv').mediaType; // 'text/csv'
 */
export function findFormat(name: string): ExportFormat {
  const format = FORMATS.find((candidate) => candidate.name === name.toLowerCase());
  if (format) return format;
  const names = FORMATS.map((candidate) => candidate.name).join(', ');
  throw new HearsayError('E_USAGE', `There is no format "${name}": choose one of ${names}.`);
}
