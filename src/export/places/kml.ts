/**
 * Mentions of places as KML 2.2 (OGC 07-147r2) for Google Earth and QGIS. A place with a point is drawn; regions, countries and what is unplaced are
 * listed without one.
 */
import type { PlaceRecord } from '../../ledger/ledger.ts';
import type { ExportFormat } from '../format.ts';
import { saying } from '../saying.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { lossNote } from '../tally.ts';
import { anchorSpan } from '../text-anchor.ts';
import { xmlText } from '../xml/xml.ts';
import { isDrawable } from './drawable.ts';

const LEFT_OUT = [
  'points of regions, countries and what is unplaced',
  'uncertain and open dates',
  'what the outlets assert themselves',
];

export const kml: ExportFormat = {
  name: 'kml',
  description: 'mentions of places for Google Earth and QGIS',
  ending: '.kml',
  mediaType: 'application/vnd.google-earth.kml+xml',
  isLossless: false,
  unit: 'places',
  leavesOut: LEFT_OUT,
  kind: 'stream',
  async *stream({ selection, tally }) {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>Places that articles name</name>\n`;
    yield `<description>${xmlText(lossNote(LEFT_OUT, []))}</description>\n`;
    for await (const version of selection.versions()) {
      const places = await version.places();
      if (places.length === 0) continue;
      yield `<Folder><name>${xmlText(version.reading.article.title ?? version.version.path)}</name>\n`;
      for (const place of places) {
        tally.count++;
        yield placemark(version, place);
      }
      yield '</Folder>\n';
    }
    yield '</Document>\n</kml>\n';
  },
};

function placemark({ reading, statements }: SelectedVersion, place: PlaceRecord): string {
  const statement = statements.find(({ id }) => id === place.statement) ?? null;
  const event = statement?.event ?? null;
  const { prefix, suffix } = anchorSpan(reading.text, [place.start, place.end]);
  const data: Record<string, string | number | null> = {
    exact: place.text,
    precision: place.precision,
    country: place.country,
    geonames_id: place.geonamesId,
    score: place.score,
    edtf: event?.edtf ?? null,
    statement_id: place.statement,
    source: statement?.source?.text ?? null,
    outlet: reading.article.outlet,
    published_at: reading.article.published,
    url: reading.article.url,
    start: place.start,
    end: place.end,
    offset_unit: 'utf16',
    prefix,
    suffix,
    text_sha256: reading.textSha256,
  };
  const point = isDrawable(place) ? `<Point><coordinates>${place.lon},${place.lat}</coordinates></Point>` : '';
  // A date in KML is a day, a month, a year or an instant; a time without a zone is none of them.
  const day = (date: string | null) => (date === null ? null : date.slice(0, 10));
  const [begin, end] = [day(event?.earliest ?? null), day(event?.latest ?? null)];
  const span = `${begin === null ? '' : `<begin>${begin}</begin>`}${end === null ? '' : `<end>${end}</end>`}`;
  return [
    `<Placemark><name>${xmlText(place.name)}</name>`,
    `<description>${xmlText(statement?.content ? saying(statement) : sentenceAround(reading, place))}</description>`,
    span === '' ? '' : `<TimeSpan>${span}</TimeSpan>`,
    `<ExtendedData>${Object.entries(data)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `<Data name="${name}"><value>${xmlText(String(value))}</value></Data>`)
      .join('')}</ExtendedData>`,
    `${point}</Placemark>\n`,
  ].join('');
}

function sentenceAround({ text, sentences }: SelectedVersion['reading'], place: PlaceRecord): string {
  const sentence = sentences.find(({ start, end }) => start <= place.start && place.end <= end);
  return sentence ? text.slice(sentence.start, sentence.end) : place.text;
}
