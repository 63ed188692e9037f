/**
 * Tells addresses of the local machine and local networks from public ones, so that a page on the web cannot send Hearsay
 * to a router, a printer or a cloud machine's credentials. The ranges are those that the IANA registries of
 * special-purpose IPv4 and IPv6 addresses list as not globally reachable.
 */
import { BlockList, isIP } from 'node:net';

const PRIVATE_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const;

const PRIVATE_IPV6 = [
  ['::', 127],
  ['64:ff9b:1::', 48],
  // Teredo and 6to4 hold an IPv4 address, and are no longer in use.
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;

const privateAddresses = new BlockList();
// A block list looks at the IPv4 address within "::ffff:10.0.0.1" by itself.
for (const [network, bits] of PRIVATE_IPV4) {
  privateAddresses.addSubnet(network, bits, 'ipv4');
  // What a network without IPv4 makes of it (NAT64, RFC 6052).
  privateAddresses.addSubnet(`64:ff9b::${network}`, 96 + bits, 'ipv6');
}
for (const [network, bits] of PRIVATE_IPV6) privateAddresses.addSubnet(network, bits, 'ipv6');

/**
 * Whether an IP address belongs to this machine, a local network, or to none at all.
 *
 * @example
 * isPrivateAddress('192.168.1.1'); // true
 */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || privateAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Whether a URL's host is itself an address or "localhost": then whoever wrote the URL meant that machine.
 *
 * @example
 * namesAnAddress(new URL('http://[::1]:8080/')); // true
 */
export function namesAnAddress(url: URL): boolean {
  return url.hostname === 'localhost' || isIP(hostAddress(url)) !== 0;
}

/**
 * The host of a URL without the brackets of an IPv6 address.
 *
 * @example
 * hostAddress(new URL('http://[::1]/')); // '::1'
 */
export function hostAddress(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}
