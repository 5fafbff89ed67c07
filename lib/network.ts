import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom to count limits against: the address itself, or of IPv6 the first half, because whoever has
 * one such address has eighteen trillion trillion more beside it.
 */
export function networkOf(place: string): string {
  const [address = ''] = place.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (!isIPv6(address)) return place;
  const { hostname } = new URL(`http://[${address}]`);
  const [before = '', after] = hostname.slice(1, -1).split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const middle = after === undefined ? [] : Array(8 - head.length - tail.length).fill('0');
  return `${[...head, ...middle, ...tail].slice(0, 4).join(':')}::/64`;
}
