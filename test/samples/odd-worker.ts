/** A worker without models that does to the pool what a broken one would: the text of the item says what. */
import { parentPort } from 'node:worker_threads';
import type { Question, Reply } from '../../src/adding/reading-worker.ts';

const answer = (reply: Reply | { type: string }): void => parentPort?.postMessage(reply);

parentPort?.on('message', ({ number, item }: Question) => {
  const content = 'content' in item ? item.content : item;
  const text = 'text' in content ? content.text : '';
  answer({ type: 'begun', number });
  if (text === 'die') process.exit(1);
  if (text === 'throw') throw new Error('out of order');
  while (text === 'hang');
  if (text === 'refuse') answer({ type: 'error', number, code: 'E_EMPTY', message: 'No words.' });
  else answer({ type: 'reading', number, reading: { id: item.id, text } } as unknown as Reply);
});
answer({ type: 'ready', engine: { name: 'hearsay', version: '0', models: {} } });
