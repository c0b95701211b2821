import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file to be put into an archive: a name in ASCII, and its text in pieces. */
export type ZipEntry = { name: string; text: Iterable<string> | AsyncIterable<string> };

/**
 * Gives a ZIP archive in pieces, as fast as they are taken: every file is deflated while it is made, its length and sum
 * follow it (PKWARE's APPNOTE, 4.3). Every date is 1980, so that the same files are the same bytes. Fails past 4 GiB.
 */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const start = offset;
    const sums: Sums = { crc: 0, deflated: 0, length: 0 };
    for await (const piece of pieces(entry, sums)) {
      offset += piece.length;
      if (Math.max(offset, sums.length) > MOST) throw new Error('A workbook cannot pass 4 GiB: export fewer days.');
      yield piece;
    }
    directory.push(directoryLine(entry.name, sums, start));
  }
  yield* directory;
  const length = directory.reduce((sum, line) => sum + line.length, 0);
  yield littleEndian([4, END], [4, 0], [2, directory.length], [2, directory.length], [4, length], [4, offset], [2, 0]);
}

type Sums = { crc: number; deflated: number; length: number };

// The longest length of an archive without the 64-bit extension, which not every reader of workbooks knows; a directory follows.
const MOST = 0xffff_0000;

async function* pieces({ name, text }: ZipEntry, sums: Sums): AsyncGenerator<Buffer> {
  yield Buffer.concat([littleEndian([4, FILE]), fields(name, { crc: 0, deflated: 0, length: 0 }), Buffer.from(name)]);
  for await (const piece of deflated(summed(text, sums))) {
    sums.deflated += piece.length;
    yield piece;
  }
  yield littleEndian([4, DESCRIPTOR], [4, sums.crc], [4, sums.deflated], [4, sums.length]);
}

// Whoever leaves the loop over this ends its source too; what goes wrong in the source comes out here.
function deflated(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const whole = Readable.from(source, { objectMode: false });
  return pipeline(whole, createDeflateRaw({ chunkSize: 65_536 }), () => {});
}

async function* summed(text: ZipEntry['text'], sums: Sums): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    sums.crc = crc32(bytes, sums.crc);
    sums.length += bytes.length;
    yield bytes;
  }
}

function directoryLine(name: string, sums: Sums, start: number): Buffer {
  const place = littleEndian([2, 0], [2, 0], [2, 0], [4, 0], [4, start]);
  return Buffer.concat([littleEndian([4, LINE], [2, VERSION]), fields(name, sums), place, Buffer.from(name)]);
}

// What the head of a file and its line in the directory have in common.
function fields(name: string, { crc, deflated, length }: Sums): Buffer {
  const before = littleEndian([2, VERSION], [2, LENGTHS_FOLLOW], [2, DEFLATED], [2, 0], [2, FIRST_OF_1980]);
  return Buffer.concat([before, littleEndian([4, crc], [4, deflated], [4, length], [2, name.length], [2, 0])]);
}

const FILE = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const LINE = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const LENGTHS_FOLLOW = 8;
const DEFLATED = 8;
const FIRST_OF_1980 = 0x21;

function littleEndian(...numbers: [bytes: number, value: number][]): Buffer {
  return Buffer.concat(
    numbers.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
