/** The two functions of jsonld that tests call; the package has no types. */
declare module 'jsonld' {
  interface Options {
    readonly documentLoader?: (
      url: string,
    ) => Promise<{ contextUrl?: undefined; documentUrl: string; document: unknown }>;
    readonly safe?: boolean;
    readonly format?: string;
  }
  export function expand(document: object, options?: Options): Promise<Record<string, unknown>[]>;
  export function toRDF(document: object, options?: Options): Promise<string>;
}
