import { createVault } from '../../src/services/vault';

const vault = createVault(Buffer.alloc(32, 7));

test('a sealed number opens for its person', () => {
  expect(vault.open('a', vault.seal('a', '52123456'))).toBe('52123456');
});

test('the same number is sealed differently each time and always has the same index', () => {
  expect(vault.seal('a', '52123456')).not.toEqual(vault.seal('a', '52123456'));
  expect(vault.index('52123456')).toEqual(vault.index('52123456'));
  expect(vault.index('52123456')).not.toEqual(vault.index('52123457'));
});

test('a sealed number does not open for another person', () => {
  const sealed = vault.seal('a', '52123456');
  expect(() => vault.open('b', sealed)).toThrow('does not open');
});

test('a changed byte is noticed, wherever it is', () => {
  const sealed = vault.seal('a', '52123456');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(sealed.readUInt8(at) ^ 1, at);
    expect(() => vault.open('a', changed)).toThrow(/person a/);
  }
  expect(() => vault.open('a', sealed.subarray(0, 20))).toThrow('damaged');
  expect(() => vault.open('a', sealed.subarray(0, sealed.length - 1))).toThrow('does not open');
});

test('another key neither opens a number nor gives its index', () => {
  const other = createVault(Buffer.alloc(32, 8));
  expect(() => other.open('a', vault.seal('a', '52123456'))).toThrow('DATA_KEY');
  expect(other.index('52123456')).not.toEqual(vault.index('52123456'));
});

test('the faults of a vault hold no number', () => {
  const sealed = vault.seal('a', '52123456');
  expect(() => vault.open('b', sealed)).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('52123456') }),
  );
});

test('a key that is not 32 bytes is refused', () => {
  expect(() => createVault(Buffer.alloc(16))).toThrow('DATA_KEY must be 32 bytes in base64; it is 16.');
});
