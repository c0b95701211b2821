import { type DocumentGiven, documentTypes, normaliseDocument } from '../../domain/document';
import { documentNumber, oneOf } from './columns';
import { readTable } from './table';

const columns = { document_type: oneOf(...documentTypes), document_number: documentNumber };

/** Whose documents a file lists, each with its row. */
export type Documents =
  | { ok: true; lines: { row: number; document: Required<DocumentGiven> }[] }
  | { ok: false; faults: string[] };

/** Reads a file of documents: the columns `document_type` and `document_number`, no others. */
export function readDocuments(file: Buffer): Documents {
  const table = readTable(file, columns);
  if (!table.ok) return table;
  const lines = table.lines.map(({ row, cells: { document_type: type, document_number } }) => ({
    row,
    document: { type, number: normaliseDocument(document_number, type) },
  }));
  return { ok: true, lines };
}
