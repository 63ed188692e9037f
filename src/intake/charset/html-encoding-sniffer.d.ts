declare module 'html-encoding-sniffer' {
  /** The charset of a page's bytes by the HTML standard's sniffing: a name of the Encoding standard, or `defaultEncoding`. */
  export default function sniffEncoding(
    bytes: Uint8Array,
    options?: { xml?: boolean; transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ): string;
}
