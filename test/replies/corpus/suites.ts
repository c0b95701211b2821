import { readerSuites } from './readers';
import type { Suite } from './suite';
import { whoCameSuite } from './whoCame';

/** Every suite of the corpus: what `npm run corpus` prints and the test holds. */
export const suites: Suite[] = [...readerSuites, whoCameSuite];
