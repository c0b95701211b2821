import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPrices } from '../../../src/channels/whatsapp/simulator/priceFile';
import { type PriceTable, rateFor, reportedPrices } from '../../../src/channels/whatsapp/simulator/prices';
import { openEchoService, until } from './echoService';

const rate = { service: 1, utility: 2, marketing: 3, authentication: 4 };
const table: PriceTable = {
  currency: 'COP',
  freeServiceMessages: 2,
  rates: [
    { country: 'CO', callingCode: '57', ...rate },
    { country: 'PA', callingCode: '507', ...rate, utility: 20 },
    { country: '*', callingCode: '', ...rate, utility: 200 },
  ],
};

describe('the price of a message', () => {
  test.each([
    [{ phone: '573001112233' }, 2],
    [{ phone: '50760001122' }, 20],
    [{ phone: '34600111222' }, 200],
    [{ bsuid: 'CO.123' }, 2],
    [{ bsuid: 'PA.123' }, 20],
    [{ bsuid: 'ES.123' }, 200],
  ])('to %j goes by her country', (to, price) => {
    expect(rateFor(table, to, 'utility')).toBe(price);
  });

  test('is read from a file, whose faults are named', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'prices-')), 'prices.json');
    writeFileSync(file, JSON.stringify(reportedPrices));
    expect(readPrices(file)).toEqual(reportedPrices);
    writeFileSync(file, JSON.stringify({ ...table, freeServiceMessages: -1 }));
    expect(() => readPrices(file)).toThrow(/freeServiceMessages/);
  });
});

describe('the bill', () => {
  test('counts what was delivered, once, after the free ones of the month', async () => {
    const service = await openEchoService({
      prices: table,
      statuses: 'all',
      statusDelaysMs: { sent: 1, delivered: 1, read: 1 },
      templates: [{ name: 'reminder', language: 'es', body: 'Hola.', category: 'utility' }],
    });
    const { standIn, send, statuses } = service;
    const ana = standIn.person({ name: 'Ana', phone: '573001112233' });
    ana.says('hola');
    for (let i = 0; i < 3; i++) await send({ to: '573001112233', text: { body: 'Hola' } });
    await send({ to: '573001112233', type: 'template', template: { name: 'reminder', language: { code: 'es' } } });
    await send({ to: '573009998877', text: { body: 'Nobody ever wrote from there.' } });
    expect(standIn.ledger().accepted.map(({ category, price, isInWindow }) => [category, price, isInWindow])).toEqual([
      ['service', 0, true],
      ['service', 0, true],
      ['service', 1, true],
      ['utility', 2, true],
      ['service', 0, false],
    ]);
    await until(() => statuses().filter(({ status }) => status === 'read').length === 4, 'all are read');
    expect(standIn.ledger().bill).toEqual({
      currency: 'COP',
      amount: 3,
      messages: { service: 3, utility: 1, marketing: 0, authentication: 0 },
      free: 2,
    });
    const priced = statuses().filter(({ status }) => status === 'delivered');
    expect(priced.map(({ pricing }) => [pricing.category, pricing.type, pricing.billable]).sort()).toEqual([
      ['service', 'free_customer_service', false],
      ['service', 'free_customer_service', false],
      ['service', 'regular', true],
      ['utility', 'regular', true],
    ]);
    await service.close();
  });

  test('has the free ones again next month', async () => {
    let now = Date.UTC(2026, 10, 30, 12);
    const service = await openEchoService({ prices: { ...table, freeServiceMessages: 1 }, clock: () => now });
    const { standIn, send } = service;
    const ana = standIn.person({ name: 'Ana', phone: '573001112233' });
    for (const at of [now, now + 1, now + 20 * 3_600_000]) {
      now = at;
      ana.says('hola');
      await send({ to: '573001112233', text: { body: 'Hola' } });
    }
    expect(standIn.ledger().accepted.map(({ price }) => price)).toEqual([0, 1, 0]);
    await service.close();
  });
});
