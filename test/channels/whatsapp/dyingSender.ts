import { createGraph } from '../../../src/channels/whatsapp/graph';
import { createSender } from '../../../src/channels/whatsapp/sender';
import { armCrashPoint } from '../../../src/crashPoint';
import { createPool } from '../../../src/db/pool';

// A process of its own that sends until it dies at the point it is told: point, database, Graph API.
const [point, database = '', url = ''] = process.argv.slice(2);
armCrashPoint(point);
const pool = createPool({ url: database, max: 2, keyed: true });
const graph = createGraph({ url, version: 'v25.0', phoneNumberId: '1065', accessToken: 't' });
const log = { warn: () => {}, error: () => {} };
createSender({ pool, graph, log, leaseSeconds: 1, postMs: 600, sweepMs: 20 }).kick();
setTimeout(() => process.exit(1), 10_000);
