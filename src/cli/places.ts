/** `hearsay places`: where the places are that articles name, as a table, as GeoJSON for a map, or as JSON. */
import { Command } from 'commander';
import type { PlacesOfArticle } from '../export/places/geojson.ts';
import type { ReadingInput } from '../reading/reading.ts';
import { HearsayError } from '../text/errors.ts';
import { EXIT } from './exit-codes.ts';
import { takeNamedArticles } from './inputs/read-inputs.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';
import { placesIn } from './view/places-in.ts';
import { showPlaceTable } from './view/show-places.ts';
import { viewOf } from './view/view-of.ts';
import { wrapText } from './view/wrap-text.ts';

interface PlacesOptions {
  readonly geojson?: true;
  readonly json?: true;
}

/**
 * The command `places`.
 *
 * @example
 * program.addCommand(placesCommand({ terminal, end }));
 */
export function placesCommand({ terminal, end }: Run): Command {
  return new Command('places')
    .description('list the places that articles name, and where they are')
    .argument('[input...]', 'files, web addresses, files of JSON lines, or - for standard input')
    .option('--geojson', 'print one GeoJSON FeatureCollection (RFC 7946), a Feature for each mention')
    .option('--json', 'print each article with its places as JSON')
    .addHelpText(
      'after',
      `
Each place is shown once, with what its coordinates are the middle of: a point,
a site, a city, an "admin" (a region, a lake, a mountain; also where something
is only said to be near a town) or a country. The point of a region or a country
is no place where something was: do not draw it as one. The score is the
probability that the place is the right one of its name. A name that may be any
of several places, or that the gazetteer does not know, is unplaced, and listed.

In GeoJSON, an unplaced mention has the geometry null. Coordinates and
names: GeoNames (CC BY 4.0).

Examples:
  hearsay places story.html
  hearsay places --geojson articles/*.html > places.geojson
  hearsay places --json story.html`,
    )
    .action(async (names: string[], options: PlacesOptions) => {
      checkUsage(names, options);
      const { openEngine } = await import('../models/open-engine.ts');
      const engine = openEngine();
      const view = viewOf(terminal);
      const collected: PlacesOfArticle[] = [];
      let shown = 0;
      const take = async (input: ReadingInput): Promise<void> => {
        const { text, textSha256, places = [] } = engine.run(input, 'places');
        const { id, article, blocks } = input;
        if (options.geojson || options.json) {
          collected.push({ id, text, textSha256, article, places });
          return;
        }
        const title = wrapText(article.title ?? id, view.columns).map((line) => view.paint(line, 'bold'));
        const table = showPlaceTable(places, placesIn(blocks), view);
        await write(terminal.stdout, `${shown++ === 0 ? '' : '\n'}${title.join('\n')}\n${table}\n`);
      };
      const failures = await takeNamedArticles(terminal, names, take);
      if (options.geojson) {
        const { placesGeojson } = await import('../export/places/geojson.ts');
        await write(terminal.stdout, `${JSON.stringify(placesGeojson(collected), null, 2)}\n`);
      }
      if (options.json) {
        const articles = collected.map(({ id, article, places }) => ({ id, title: article.title, places }));
        await write(terminal.stdout, `${JSON.stringify(articles, null, 2)}\n`);
      }
      if (failures > 0) end(EXIT.someFailed);
    });
}

function checkUsage(names: readonly string[], { json, geojson }: PlacesOptions): void {
  if (json && geojson) throw new HearsayError('E_USAGE', 'Give --json or --geojson, not both.');
  if (names.length === 0) {
    throw new HearsayError(
      'E_USAGE',
      'Name a file, a web address, or - for standard input; see "hearsay help places".',
    );
  }
}
