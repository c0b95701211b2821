import { yesNo } from '../../../src/replies/yesNo';
import { type Suite, suiteOf } from './suite';

const suite = (reader: string, read: Suite['read']) => suiteOf('test/replies/corpus', reader, read);

/** The readers of caregivers' words. */
export const readerSuites: Suite[] = [suite('yesNo', (text) => yesNo(text) ?? 'unclear')];
