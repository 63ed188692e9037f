/**
 * What may stand at the end of an organisation's name without being what people call it by: "Hydrovel Ltd" is "Hydrovel". In
 * lower case, without full stops.
 */
export const COMPANY_ENDINGS: ReadonlySet<string> = new Set(
  'inc incorporated ltd limited corp corporation co company llc llp plc gmbh ag sa nv bv spa oy ab as kk group holding holdings'.split(
    ' ',
  ),
);
