import fs from 'node:fs';
import path from 'node:path';

/** What the bundles are made of, at the top: the rest follows from the lockfile. */
const ROOTS = [
  '@actions/core',
  '@actions/github',
  '@kubernetes/client-node',
  'commander',
  'jsonc-parser',
  'libsodium-wrappers',
  'tldts',
  'yaml',
  'zod',
];

/** Name, version and licence text of every package that a bundle may hold, by the lockfile's own dependencies. */
export function renderLicences() {
  const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  const found = new Map();
  const queue = ROOTS.map((name) => `node_modules/${name}`);
  for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
    const entry = packages[place];
    if (entry === undefined || found.has(place)) continue;
    found.set(place, entry);
    for (const name of Object.keys(entry.dependencies ?? {})) queue.push(resolvePlace(packages, place, name));
  }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, { version, license }]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return `${name}@${version} (${license ?? 'see text'})\n\n${readLicence(place)}`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** As node looks a package up: next to the one that needs it, then in each folder above. */
function resolvePlace(packages, from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const place = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (base === '' || !base.includes('/node_modules/')) return `node_modules/${name}`;
  }
}

function readLicence(place) {
  const file = fs.readdirSync(place).find((name) => /^(?:licen[cs]e|copying)(?:\.|$)/iu.test(name));
  return file === undefined
    ? '(no licence file in the package)\n'
    : fs.readFileSync(path.join(place, file), 'utf8').replaceAll('\r\n', '\n');
}
