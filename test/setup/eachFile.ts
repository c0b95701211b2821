import nock from 'nock';
import { closeFreshDatabases } from './database';

// No test reaches beyond this machine, whatever it does.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[?::1\]?)(:\d+)?$/);

afterAll(async () => {
  nock.cleanAll();
  nock.restore();
  await closeFreshDatabases();
});
