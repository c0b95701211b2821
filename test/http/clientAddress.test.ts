import type { IncomingMessage } from 'node:http';
import { clientAddresses, isNetwork } from '../../src/http/clientAddress';

function asked(remoteAddress: string, forwarded?: string): IncomingMessage {
  return { socket: { remoteAddress }, headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) } } as never;
}

test.each([
  ['nobody is trusted: the socket says it', [], '10.0.0.1', '9.9.9.9', '10.0.0.1'],
  ['a proxy that is trusted is believed', ['10.0.0.1'], '10.0.0.1', '9.9.9.9', '9.9.9.9'],
  ['what a client has put before it is not', ['10.0.0.1'], '10.0.0.1', '1.1.1.1, 9.9.9.9', '9.9.9.9'],
  [
    'of two proxies in a network the client stands before both',
    ['10.0.0.0/8'],
    '10.0.0.1',
    '1.1.1.1, 9.9.9.9, 10.0.0.2',
    '9.9.9.9',
  ],
  ['a stranger is not believed', ['10.0.0.0/8'], '11.0.0.1', '9.9.9.9', '11.0.0.1'],
  ['a proxy that says nothing is all there is', ['10.0.0.1'], '10.0.0.1', undefined, '10.0.0.1'],
  ['nor does a word that is no address', ['10.0.0.1'], '10.0.0.1', '9.9.9.9, unknown', '10.0.0.1'],
  ['an IPv4 client on a socket of both kinds', ['127.0.0.1'], '::ffff:127.0.0.1', '9.9.9.9', '9.9.9.9'],
  ['a proxy that adds the port', ['10.0.0.1'], '10.0.0.1', '9.9.9.9:1234', '9.9.9.9'],
  ['IPv6', ['2001:db8::/32'], '2001:db8::1', '2001:db9::7', '2001:db9::7'],
])('%s', (...[, proxies, socket, forwarded, address]) => {
  expect(clientAddresses(proxies)(asked(socket, forwarded))).toBe(address);
});

test.each([
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['2001:db8::/32', true],
  ['10.0.0.0/33', false],
  ['10.0.0.0/', false],
  ['10.0.0.0/8/8', false],
  ['proxy.example', false],
  ['', false],
])('%p names a network: %p', (text, is) => expect(isNetwork(text)).toBe(is));
