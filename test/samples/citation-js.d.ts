/** What tests call of Citation.js, which has no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string);
    /** CSL-JSON, with the way by which each item was read. */
    readonly data: readonly ({ readonly _graph?: unknown } & Readonly<Record<string, unknown>>)[];
    format(what: 'bibliography', options: { readonly template: string; readonly format: string }): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
