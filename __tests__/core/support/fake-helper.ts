import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './world.ts';
import { installProgram } from './world.ts';

/** How the helper fails, and at which of its verbs. */
export type HelperManner = 'works' | `${'get' | 'store' | 'erase'} ${'fails' | 'answers junk' | 'forgets' | 'hangs'}`;

/** The protocol: https://github.com/docker/docker-credential-helpers#development */
const SOURCE = `
const fs = require('fs'), path = require('path');
const [verb] = process.argv.slice(2);
const base = path.join(__dirname, path.basename(process.argv[1]));
const read = (name) => (fs.existsSync(base + name) ? fs.readFileSync(base + name, 'utf8') : '');
let stdin = '';
process.stdin.setEncoding('utf8').on('data', (text) => (stdin += text)).on('end', answer);
function answer() {
const environ = fs.readFileSync('/proc/self/environ', 'utf8');
fs.appendFileSync(base + '.calls', JSON.stringify({ verb, environ }) + '\\n');
const store = JSON.parse(read('.store') || '{}');
const save = () => fs.writeFileSync(base + '.store', JSON.stringify(store));
const [failing, how] = read('.manner').split(/ (.*)/s);
if (failing === verb && how === 'fails') {
  fs.writeSync(1, 'the vault is sealed; you said ' + stdin + '\\n::error::x');
  process.exit(1);
}
if (failing === verb && how === 'answers junk') { fs.writeSync(1, 'Hello!'); process.exit(0); }
if (failing === verb && how === 'forgets') process.exit(0);
if (failing === verb && how === 'hangs') setInterval(() => {}, 1000);
else if (verb === 'get') {
  const found = store[stdin];
  if (found === undefined) { fs.writeSync(1, 'credentials not found in native keychain\\n'); process.exit(1); }
  fs.writeSync(1, JSON.stringify({ ServerURL: stdin, ...found }));
} else if (verb === 'store') {
  const { ServerURL, Username, Secret } = JSON.parse(stdin);
  store[ServerURL] = { Username, Secret };
  save();
} else if (verb === 'erase') {
  delete store[stdin];
  save();
} else process.exit(2);
}
`;

export interface FakeHelper {
  /** The verbs that it was called with. */
  verbs(): readonly string[];
  environs(): readonly string[];
  /** What it keeps, by host. */
  content(): Readonly<Record<string, { Username: string; Secret: string }>>;
  keep(content: Readonly<Record<string, { Username: string; Secret: string }>>): void;
  behave(manner: HelperManner): void;
}

export function installHelper(world: World, name: string, manner: HelperManner = 'works'): FakeHelper {
  const base = join(world.bin, `docker-credential-${name}`);
  installProgram(world, `docker-credential-${name}`, SOURCE);
  const read = (end: string) => (existsSync(base + end) ? readFileSync(base + end, 'utf8') : '');
  const calls = () =>
    read('.calls')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { verb: string; environ: string });
  const behave = (next: HelperManner) => writeFileSync(`${base}.manner`, next);
  behave(manner);
  return {
    behave,
    verbs: () => calls().map(({ verb }) => verb),
    environs: () => calls().map(({ environ }) => environ),
    content: () => JSON.parse(read('.store') || '{}') as Record<string, never>,
    keep: (content) => writeFileSync(`${base}.store`, JSON.stringify(content)),
  };
}
