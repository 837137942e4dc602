import type { RegistryReference } from '../registry/reference.ts';
import { DCR_HOST } from '../registry/reference.ts';

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

/** The candidate that was most likely meant, or undefined where none is near: a quarter of the letters may differ. */
export function findNearest(given: string, candidates: readonly string[]): string | undefined {
  const near = [...new Set(candidates)]
    .filter((candidate) => candidate !== given)
    .map((candidate) => ({ candidate, distance: measureDistance(given, candidate) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(given.length / 4)))
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) that make one word the other. */
export function measureDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + cost,
        swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
