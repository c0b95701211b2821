import { render } from '../../../src/channels/whatsapp/render';

test('a bubble that asks for her place or her number has Meta’s own button for it', () => {
  expect(render({ text: '¿Dónde está?', asks: 'location' })).toEqual({
    type: 'interactive',
    interactive: {
      type: 'location_request_message',
      body: { text: '¿Dónde está?' },
      action: { name: 'send_location' },
    },
  });
  expect(render({ text: '¿Nos deja su número?', asks: 'contact' })).toEqual({
    type: 'interactive',
    interactive: {
      type: 'request_contact_info',
      body: { text: '¿Nos deja su número?' },
      action: { name: 'request_contact_info' },
    },
  });
});

test('a bubble that asks for something keeps its choices, or its long text, before the button', () => {
  expect(render({ text: 'x', asks: 'location', choices: [{ id: '1', title: 'Sí' }] })).toMatchObject({
    interactive: { type: 'button' },
  });
  expect(render({ text: 'x'.repeat(1025), asks: 'location' })).toMatchObject({ type: 'text' });
});
