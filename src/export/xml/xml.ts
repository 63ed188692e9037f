/** Text within XML 1.0 and HTML: escaped, and without the characters that XML cannot have at all. */
import { escapeUTF8 } from 'entities';

/** Control characters, lone surrogates and noncharacters (XML 1.0, section 2.2). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * The text for an element or an attribute in quotation marks. A character that XML forbids becomes U+FFFD.
 *
 * @example
 * xmlText('a < "b"'); // 'a &lt; &quot;b&quot;'
 */
export function xmlText(text: string): string {
  return escapeUTF8(text.replace(FORBIDDEN, '\uFFFD'));
}
