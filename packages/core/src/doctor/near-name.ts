import type { RegistryReference } from '../registry/reference.ts';
import { DCR_HOST } from '../registry/reference.ts';
import { findNearest } from '../config/nearest.ts';

/**
 * The registry that was most likely meant: of those known here on the same host, the one with the nearest name; where
 * the host is known for none, the nearest host. Undefined where none is near.
 */
export function findNearestRegistry({ host, name }: RegistryReference, known: readonly string[]): string | undefined {
  const places = known
    .map((key) => key.replace(/^https?:\/\//u, ''))
    .filter((key) => key !== '')
    .map((key) => ({ host: key.replace(/\/.*$/su, ''), name: key.replace(/^[^/]*\/?/su, '') }));
  const names = places.filter((place) => place.host === host && place.name !== '').map((place) => place.name);
  const nearName = findNearest(name, names);
  if (nearName !== undefined) return `${host}/${nearName}`;
  const hosts = [...places.map((place) => place.host), DCR_HOST];
  const nearHost = hosts.includes(host) ? undefined : findNearest(host, hosts);
  return nearHost === undefined ? undefined : [nearHost, name].filter((part) => part !== '').join('/');
}
