import { useMemo, useSyncExternalStore } from 'react';
import { type Address, readAddress } from './address.ts';

/** The address that the browser shows, kept up to date. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => readAddress(hash), [hash]);
}

/** Goes to an address without a step in the history, as while a filter is being typed. */
export function replaceAddress(hash: string): void {
  window.history.replaceState(null, '', hash);
  // replaceState tells nobody.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
