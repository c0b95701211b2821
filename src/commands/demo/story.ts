import { programme } from '../../../dialogs/programme';
import { es } from '../../../locales/es';
import type { Scene } from './play';

/** A caregiver who is unknown to us finds a class, registers on the way and takes its last place. */
export const registers: Scene = {
  title: 'A caregiver registers and takes a place',
  steps: [
    { says: 'hola', shows: [programme.name, es['menu.classes'], es['menu.enrol']] },
    { taps: es['menu.classes'], shows: [es['where.ask']] },
    {
      says: 'bosa',
      shows: ['El Porvenir', 'Huerta urbana', '1 cupo', 'Yoga', '6 cupos', 'Rumba de la tarde', 'lleno'],
    },
    { taps: 'Huerta urbana', shows: ['Huerta urbana', programme.controller, es['registration.consentNo']] },
    { taps: es['registration.consentYes'], shows: [es['registration.name']] },
    { says: 'luz dary gómez peña', shows: [es['registration.document'], es['registration.cc']] },
    { says: 'cédula 9.900.000.901', shows: ['Luz Dary', 'Gómez Peña', '9900000901', 'El Porvenir'] },
    { taps: es['registration.save'], shows: ['bienvenida, Luz Dary', 'Huerta urbana', 'miércoles, 9:00 a 11:00'] },
  ],
};

/** The place is taken: nobody else is offered it, but she may wait for the next. */
export const comesLater: Scene = {
  title: 'Another caregiver looks a minute later: the last place is gone',
  steps: [
    { says: 'ver clases', shows: [es['where.ask']] },
    { says: 'el porvenir', shows: ['Yoga', '6 cupos', 'Huerta urbana', 'lleno · nadie espera'] },
  ],
};

/** The instructor marks 34 people in three messages. */
export const marks: Scene = {
  title: 'The instructor marks her class of 34',
  steps: [
    { says: 'asistencia', shows: ['3. Beatriz Amaya', '7. Xiomara', '18. Rosa Elena', '26. Rosa María', '34. '] },
    {
      says: 'todas menos 3, 7 y Rosa Elena; la 12 llegó tarde',
      shows: ['Vinieron 30', '12. Inés Del Río', 'Faltaron 3', '3. Beatriz Amaya', '7. Xiomara', '18. Rosa Elena'],
      lacks: ['26. Rosa María'],
    },
    { says: 'guardar', shows: ['30 presentes', '1 tarde', '3 ausentes'] },
  ],
};

/** What the export must then say of that class, by `estado_asistencia`. */
export const marked = { asistió: 30, 'llegó tarde': 1, faltó: 3 };
