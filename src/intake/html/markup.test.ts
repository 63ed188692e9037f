import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkupNode, parseMarkup } from './markup.ts';

/** The tree in short: tags with their children in brackets, texts in quotes. */
function outline(source: string): string {
  const show = (node: MarkupNode): string =>
    node.tag === '#text'
      ? `'${source.slice(node.start, node.end)}'`
      : `${node.tag}${node.children.length > 0 ? `(${node.children.map(show).join(' ')})` : ''}`;
  return parseMarkup(source).root.children.map(show).join(' ');
}

describe('parseMarkup', () => {
  test.each([
    ['paragraphs that are not closed', '<p>One<p>Two', "p('One') p('Two')"],
    [
      'a block ends a paragraph, also through open inline elements',
      '<p><b>One<div>Two</div>',
      "p(b('One')) div('Two')",
    ],
    ['list items that are not closed', '<ul><li>a<li>b</ul>c', "ul(li('a') li('b')) 'c'"],
    ['a nested list stays in its item', '<ul><li>a<ul><li>b</ul></ul>', "ul(li('a' ul(li('b'))))"],
    ['table cells and rows', '<table><tr><td>a<td>b<tr><td>c</table>', "table(tr(td('a') td('b')) tr(td('c')))"],
    ['an end tag that nothing opened', '<div>a</section>b</div>c', "div('a' 'b') 'c'"],
    ['an end tag that skips inner elements', '<section><div>a</section>b', "section(div('a')) 'b'"],
    ['an inline end tag does not end a block', '<a><div>x</a>y</div>z', "a(div('x' 'y') 'z')"],
    ['void elements', 'a<br>b<img src=x>c', "'a' br 'b' img 'c'"],
    ['a lone angle bracket is text', '2 < 3 and 4', "'2 < 3 and 4'"],
    ['a script is one text', '<script>if (a<b) "</p>"</script>x', "script('if (a<b) \"</p>\"') 'x'"],
    ['comments and declarations', '<!doctype html><!-- <p>no --><p>yes', "p('yes')"],
    ['a comment that is not closed', 'a<!-- b <p>c', "'a'"],
  ])('%s', (_, source, expected) => {
    expect(outline(source)).toBe(expected);
  });

  test('attributes: quoted, unquoted, without value, in any case, the first of two', () => {
    const { elements } = parseMarkup(`<div CLASS="a b" id=main hidden class='c' onclick="x">`);
    expect(elements[0].attributes).toEqual({ class: 'a b', id: 'main', hidden: '' });
  });

  test('100,000 nested elements hang on a bounded tree, and their text is there', () => {
    const { elements, root } = parseMarkup(`${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}after`);
    expect(elements).toHaveLength(100_000);
    expect(elements.every(({ depth }) => depth <= 251)).toBe(true);
    expect(root.children.at(-1)?.tag).toBe('#text');
  });

  test('any markup: texts are in order, do not overlap, and lie inside the source', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<p class="a">',
      '</p>',
      '<a href=x>',
      '</a>',
      '<td>',
      '<li>',
      '<!--',
      '-->',
      '<',
      '>',
      '"',
      'word ',
      '<script>',
      '</script>',
      '&amp;',
      '<br/>',
      '</',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        let last = 0;
        const visit = (node: MarkupNode) => {
          if (node.tag === '#text') {
            expect(node.start).toBeGreaterThanOrEqual(last);
            expect(node.end).toBeGreaterThan(node.start);
            last = node.end;
          }
          node.children.forEach(visit);
        };
        visit(parseMarkup(source).root);
        expect(last).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});
