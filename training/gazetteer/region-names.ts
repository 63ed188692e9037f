/** What GeoNames adds to names of regions in many languages: "Yaroslavl Oblast", "Kabupaten Karo", "Provincia di Roma". */

const BEFORE =
  /^(?:Kabupaten|Kota(?= \p{Lu})|Provincia (?:de la|de|di|del|da)|Province (?:of|de)|Département (?:de la|de l['’]|des|du|de|d['’])|Departamento (?:de|del)|Departement (?:de|du)|Distrito (?:de|do|da)|District (?:of|de)|Landkreis|Kreis|Powiat|Gmina|Municipio (?:de|del)|Município (?:de|do|da)|Municipality of|Arrondissement (?:de la|de|d['’]|du)|Région (?:de la|de|du)|Region (?:of|de)|Regierungsbezirk|Judeţul|Județul|Republic of|Respublika|Estado de|Metropolitan Borough of|City and Borough of|County of|Wilaya de|Free and Hanseatic City of|Amphoe|Changwat|Thành Phố|Huyện|Huyen|Tỉnh|Tinh|State of) ?/u;
/** What would be left of "Northern Territory" is no name. */
const DIRECTION = /^(?:(?:North|South|East|West|Central|Capital|Upper|Lower|Great|Greater)(?:ern)?[ -]?)+$/u;
const AFTER =
  / (?:Oblast|oblast|Oblasts?'|Krai|Kray|Autonomous Okrug|Province|Provinc|County|county|District|district|Regency|Governorate|State|Region|region|Department|Prefecture|Voivodeship|Division|Municipality|Shi|Diqu|Zizhizhou|Raion|Rayon|Parish|Territory|Republic|Republits[ai]|Emirate|Canton|Islands Province|City|Kommun|Kommune|län|Län)$/u;

/**
 * The name of a region without the word for what it is; as it is where nothing would be left.
 *
 * @example
 * bareRegionName('Yaroslavl Oblast'); // 'Yaroslavl'
 * bareRegionName('Kabupaten Karo'); // 'Karo'
 */
export function bareRegionName(name: string): string {
  const bare = name.replace(BEFORE, '').replace(AFTER, '').trim();
  return bare === '' || DIRECTION.test(bare) ? name : bare;
}
