import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * Says where a request comes from. `X-Forwarded-For` is believed only of the proxies named (addresses, or networks as
 * 10.0.0.0/8), from the nearest outwards: what stands behind a stranger's word is a stranger's word.
 */
export function clientAddresses(proxies: string[]): (request: IncomingMessage) => string {
  const trusted = listed(proxies);
  return ({ socket, headers }) => {
    const before = String(headers['x-forwarded-for'] ?? '').split(',');
    let address = plain(socket.remoteAddress ?? '');
    while (isListed(trusted, address)) {
      const next = plain(before.pop()?.trim() ?? '');
      if (!isIP(next)) break;
      address = next;
    }
    return address;
  };
}

/** Whether a proxy is named as it can be read: an address, or a network as 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return most > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

function listed(proxies: string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isListed(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

// An IPv4 client on a socket of both kinds; and some proxies add the port.
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}
