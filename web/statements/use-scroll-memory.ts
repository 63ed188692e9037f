import { useEffect, useLayoutEffect } from 'react';

/** How far each table was scrolled down when it was left, by its address. */
const positions = new Map<string, number>();

/** Brings a reader who comes back from an article to the line that was left. */
export function useScrollMemory(address: string, isReady: boolean): void {
  useEffect(() => {
    // Noted before the link is followed, for the view that comes next begins at its top.
    const remember = ({ target }: Event) => {
      if (target instanceof Element && target.closest('a[href^="#/articles/"]')) positions.set(address, window.scrollY);
    };
    document.addEventListener('click', remember, { capture: true });
    return () => document.removeEventListener('click', remember, { capture: true });
  }, [address]);

  useLayoutEffect(() => {
    const position = positions.get(address);
    if (!isReady || position === undefined) return;
    positions.delete(address);
    requestAnimationFrame(() => window.scrollTo(0, position));
  }, [address, isReady]);
}
