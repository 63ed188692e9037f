/** What tests call of Frictionless' library, which has no types. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    /** Whether its profile is that of a table. */
    readonly tabular: boolean;
    readonly valid: boolean;
    /** The rows, each value of the type that the schema says. */
    read(options: { readonly keyed: true }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(path: string): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
}
