import type { DeliveryWays } from '../../src/channels/whatsapp/simulator/delivery/delivery';
import type { Faults } from '../../src/channels/whatsapp/simulator/faults';

/** Every fault that the stand-in knows, and the codes of Meta's that come by themselves; one post in sixteen meets one. */
export const faults: Faults = {
  refuse500: 0.005,
  refuse503: 0.005,
  refuse429: 0.001,
  html: 0.004,
  reset: 0.004,
  timeout: 0.002,
  acceptThen500: 0.003,
  acceptThenHtml: 0.003,
  acceptThenReset: 0.004,
  acceptThenSilence: 0.002,
  statusFirst: 0.005,
  slow: 0.003,
  slowLoris: 0.002,
  neverSent: 0.002,
  statusesTwice: 0.005,
  statusesMixed: 0.005,
  noDelivered: 0.005,
  'refuse:131056': 0.001,
  'refuse:131016': 0.001,
  'fail:131026': 0.0005,
  'fail:131049': 0.0005,
};

/** Webhooks come in batches, twice, out of order and late. */
export const ways: DeliveryWays = { batch: 20, duplicates: 0.05, reorder: 0.03, delayMs: [0, 200] };
