// Registry clients against the table of hostile registries (packages/testkit/src/hostile/attacks.ts), each in a home of
// its own, on loopback alone. `npm run conformance -- docker login` runs one client, without a name all that are installed;
// --json prints the facts, --write renews packages/testkit/CONFORMANCE.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { format } from 'prettier';
import { ATTACKS, CONTROLS } from '../packages/testkit/lib/hostile/attacks.js';
import { listClients } from '../packages/testkit/lib/hostile/client.js';
import { listFaults } from '../packages/testkit/lib/hostile/facts.js';
import { createIdentities } from '../packages/testkit/lib/hostile/identity.js';
import { mapAtOnce } from '../packages/testkit/lib/hostile/map-at-once.js';
import { startNameProxy } from '../packages/testkit/lib/hostile/proxy.js';
import { runClient } from '../packages/testkit/lib/hostile/run.js';
import { renderTable } from '../packages/testkit/lib/hostile/table.js';
import { replaceBlock } from './generate/block.mjs';

const DOCUMENT = 'packages/testkit/CONFORMANCE.md';
/** Most of the time of most rows is waiting. */
const AT_ONCE = 6;

const words = process.argv.slice(2);
const json = words.includes('--json');
const write = words.includes('--write');
const unknown = words.find((word) => word.startsWith('--') && !['--json', '--write'].includes(word));
const asked = words.filter((word) => !word.startsWith('--')).join(' ');
const known = listClients();
const named = asked === '' ? known : known.filter(({ name }) => name === asked || name.split(' ')[0] === asked);
if (unknown !== undefined || named.length === 0) {
  console.error(
    `no ${unknown ?? `client "${asked}"`}; clients: ${known.map(({ name }) => name).join(', ')}; flags: --json --write`,
  );
  process.exit(2);
}
const missing = named.filter(({ version }) => version === undefined);
if (missing.length > 0 && (asked !== '' || write)) {
  console.error(`not installed: ${missing.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
for (const { name } of missing) console.error(`${name} is not installed and left out`);
const clients = named.filter(({ version }) => version !== undefined);
if (write && asked !== '') {
  console.error('--write renews the whole table: name no client');
  process.exit(2);
}

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'dcr-c-'));
const proxy = await startNameProxy();
let rows;
try {
  const identities = createIdentities(path.join(root, 'identities'));
  let done = 0;
  rows = await mapAtOnce(ATTACKS, AT_ONCE, async (attack) => {
    const facts = {};
    for (const client of clients) {
      if (client.loginOnly && attack.verify?.only === true) continue;
      const home = path.join(root, `${ATTACKS.indexOf(attack)}-${client.name.split(' ')[0]}`);
      facts[client.name] = (await runClient({ attack, client, home, proxy: proxy.url }, identities)).facts;
    }
    done += 1;
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${ATTACKS.length}`);
    return { attack, facts };
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
} finally {
  await proxy.close();
  fs.rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}

const broken = clients.filter(({ name }) =>
  rows.some(({ attack, facts }) => CONTROLS.includes(attack) && facts[name]?.claimed !== true),
);
if (broken.length > 0) {
  console.error(
    `cannot log in to a good registry, so the rest means nothing: ${broken.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}
const versions = clients.map(({ name, version, call }) => `- **${name}**: ${version}. \`${call}\``).join('\n');
const content = `${versions}\n\n${renderTable(rows, clients)}`;
if (json) {
  const plain = rows.map(({ attack: { name, group, must, rule }, facts }) => ({
    name,
    group,
    must,
    rule,
    clients: Object.fromEntries(
      Object.entries(facts).map(([client, found]) => [client, { faults: listFaults({ must }, found), ...found }]),
    ),
  }));
  console.log(
    JSON.stringify({ clients: clients.map(({ name, version }) => ({ name, version })), rows: plain }, null, 2),
  );
} else if (write) {
  const { prettier } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const text = replaceBlock(fs.readFileSync(DOCUMENT, 'utf8'), 'conformance', content);
  fs.writeFileSync(DOCUMENT, await format(text, { ...prettier, parser: 'markdown' }));
  console.log(`written: ${DOCUMENT}`);
} else {
  console.log(content);
}
