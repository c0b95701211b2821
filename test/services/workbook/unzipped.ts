import { crc32, inflateRawSync } from 'node:zlib';

/** Reads a ZIP archive as strictly as it can be read: every length, sum and place must agree. Files by name, as text. */
export function unzipped(archive: Buffer): Map<string, string> {
  const end = archive.subarray(-22);
  expect(end.readUInt32LE(0)).toBe(0x06054b50);
  const [count, length, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  expect(start + length + 22).toBe(archive.length);
  const files = new Map<string, string>();
  let [line, next] = [start, 0];
  for (let n = 0; n < count; n += 1) {
    const file = fileAt(archive, line);
    // The files stand one behind another, with nothing between them.
    expect(file.start).toBe(next);
    files.set(file.name, file.text);
    next = file.end;
    line += 46 + file.name.length;
  }
  expect(next).toBe(start);
  expect(line).toBe(start + length);
  expect(files.size).toBe(count);
  return files;
}

function fileAt(archive: Buffer, line: number) {
  const at = (offset: number) => archive.readUInt32LE(line + offset);
  expect(at(0)).toBe(0x02014b50);
  const [sum, deflated, length, start] = [at(16), at(20), at(24), at(42)];
  const name = archive.toString('latin1', line + 46, line + 46 + archive.readUInt16LE(line + 28));
  expect(archive.readUInt32LE(start)).toBe(0x04034b50);
  const head = 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
  expect(archive.toString('latin1', start + 30, start + head)).toBe(name);
  expect(archive.subarray(start + 4, start + 14)).toEqual(archive.subarray(line + 6, line + 16));
  const end = start + head + deflated;
  const bytes = inflateRawSync(archive.subarray(start + head, end));
  const behind = [0, 4, 8, 12].map((offset) => archive.readUInt32LE(end + offset));
  expect(behind).toEqual([0x08074b50, sum, deflated, length]);
  expect([crc32(bytes), bytes.length]).toEqual([sum, length]);
  return { name, start, end: end + 16, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
}
