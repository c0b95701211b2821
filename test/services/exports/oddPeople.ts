import type { Pool } from 'pg';
import { classId, importClassOf34, importProgramme, only, registered, turn, vault } from '../programme';

/** People whose names and numbers a spreadsheet would like to take for something else. */
export const odd = [
  { first: '=cmd|" /C calc"!A0', last: '+Gil', number: '0012345678' },
  { first: 'Íngrid Güiñá', last: '@SUM(A1)', number: '123456789012345678' },
  { first: '-1', last: '=1+1', number: '1E5' },
  { first: '\'Eva; "la", Ña', last: 'A & B <c>', number: '00000000000000000001' },
];

/** A programme with a class of 34, and the odd people in MAN-YOGA-01. */
export async function enrolOddPeople(pool: Pool): Promise<void> {
  await importProgramme(pool);
  await importClassOf34(pool);
  const yoga = await classId(pool, 'MAN-YOGA-01');
  for (const { first, last, number } of odd) {
    const talk = await registered(pool, { names: { first, last } });
    await turn(pool, talk, (desk) => desk.enrol(yoga));
    const { rows } = await pool.query<{ id: string }>('select id from person where first_names = $1', [first]);
    const { id } = only(rows);
    await pool.query('update person set document_cipher = $2 where id = $1', [id, vault.seal(id, number)]);
  }
}
