import nock from 'nock';
import { closeFreshDatabases } from './database';

// No test reaches beyond this machine, whatever it does.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[?::1\]?)(:\d+)?$/);

// Many tests time real processes and sockets: on a machine that is busy one may fail that is right. It is told, and tried once more.
if (process.env.CI) jest.retryTimes(1, { logErrorsBeforeRetry: true });

afterAll(async () => {
  nock.cleanAll();
  nock.restore();
  await closeFreshDatabases();
});
