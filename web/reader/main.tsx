import { createRoot } from 'react-dom/client';
import { createEngine, type HearsayEngine } from '../../src/reading/engine.ts';
import '../style/base.css';
import '../style/masthead.css';
import '../style/roles.css';
import '../style/statements.css';
import '../style/article.css';
import '../style/reader.css';
import { openModels } from './open-models.ts';
import { ReaderPage } from './reader-page.tsx';

let engine: Promise<HearsayEngine> | null = null;

/** Once: unpacking the models takes a moment. */
function openEngine(): Promise<HearsayEngine> {
  engine ??= openModels(document).then((models) => createEngine(models));
  return engine;
}

createRoot(document.getElementById('page')!).render(<ReaderPage openEngine={openEngine} />);
