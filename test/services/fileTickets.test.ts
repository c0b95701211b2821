import type { SheetFile } from '../../src/domain/talk';
import { fileTicket, readFileTicket } from '../../src/services/fileTickets';
import { createVault } from '../../src/services/vault';
import { vault } from './programme';

const now = new Date('2025-03-04T09:00:00-05:00');
const file: SheetFile = {
  kind: 'sheet',
  classCode: 'MAN-34',
  from: '2025-01-01',
  to: '2025-03-04',
  asOf: now.toISOString(),
};
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

test('an address leads to its file for a day', () => {
  expect(readFileTicket(vault, fileTicket(vault, file), later(23))).toEqual(file);
  expect(readFileTicket(vault, fileTicket(vault, file), later(25))).toBeUndefined();
});

test('nobody can make one up, or change one', () => {
  const ticket = fileTicket(vault, file);
  const [told = '', signature = ''] = ticket.split('.');
  const other = Buffer.from(JSON.stringify(['MAN-99', file.from, file.to, file.asOf])).toString('base64url');
  const foreign = fileTicket(createVault(Buffer.alloc(32, 1)), file);
  for (const bad of ['', '.', told, `${told}.`, `.${signature}`, `${other}.${signature}`, foreign, `${ticket}x`])
    expect(readFileTicket(vault, bad, now)).toBeUndefined();
});
