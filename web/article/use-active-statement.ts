import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Which statement is pointed at, in the text or in the list; none of the elements need to know of each other. Elements name
 * their statements, innermost first, in `data-statements`. A click selects: it goes to the statement's address, and
 * the text and the list are brought to it.
 */
export function useActiveStatement(
  root: RefObject<HTMLElement | null>,
  selected: string | null,
  linkTo: (statement: string) => string,
): string | null {
  const [active, setActive] = useState<string | null>(null);
  const clicked = useRef<Element | null>(null);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const point = (event: Event) => setActive(statementAt(event.target));
    const leave = () => setActive(null);
    const click = (event: MouseEvent) => {
      const statement = statementAt(event.target);
      clicked.current = statement ? (event.target as Element) : null;
      // A link goes there by itself, and words that are being copied are left alone.
      if (!statement || (event.target as Element).closest('a') || !window.getSelection()?.isCollapsed) return;
      window.location.hash = linkTo(statement);
    };
    element.addEventListener('mouseover', point);
    element.addEventListener('mouseleave', leave);
    element.addEventListener('focusin', point);
    element.addEventListener('focusout', leave);
    element.addEventListener('click', click);
    return () => {
      element.removeEventListener('mouseover', point);
      element.removeEventListener('mouseleave', leave);
      element.removeEventListener('focusin', point);
      element.removeEventListener('focusout', leave);
      element.removeEventListener('click', click);
    };
  }, [root, linkTo]);

  useEffect(() => {
    if (!selected || !root.current) return;
    const behavior = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    const inText = root.current.querySelector(`.text [data-statements~="${CSS.escape(selected)}"]`);
    const inList = root.current.querySelector(`#entry-${CSS.escape(selected)}`);
    // What was clicked is in view already; the other one is brought beside it.
    if (!clicked.current?.closest('.text')) inText?.scrollIntoView({ block: 'center', behavior });
    else bringIntoList(inList, behavior);
    if (!clicked.current) bringIntoList(inList, 'auto');
    clicked.current = null;
  }, [root, selected]);

  return active;
}

/** Scrolls the list alone: scrollIntoView would move the page too. */
function bringIntoList(entry: Element | null, behavior: ScrollBehavior): void {
  const list = entry?.closest('.statement-list');
  if (!entry || !list) return;
  const { top, height } = entry.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (top >= frame.top && top + height <= frame.bottom) return;
  list.scrollBy({ top: top - frame.top - (frame.height - height) / 2, behavior });
}

function statementAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-statements]') : null;
  return element?.dataset.statements?.split(' ')[0] ?? null;
}
