// Looks at, writes and checks the secrets that standard input names, each of the targets as the engine would.
import { text } from 'node:stream/consumers';
import process from 'node:process';
import { Secret } from '../../packages/core/lib/credential/secret.js';
import { createNodePorts } from '../../packages/core/lib/node/index.js';
import { createGithubSecret } from '../../packages/core/lib/targets/github-secret/target.js';

const { apiUrl, names, values } = JSON.parse(await text(process.stdin));
const ports = createNodePorts();
const { signal } = new AbortController();
const credential = {
  registry: values.DCR_REGISTRY,
  username: values.DCR_USERNAME,
  password: new Secret(values.DCR_PASSWORD),
};
for (const repository of names) {
  const target = createGithubSecret({ repository, apiUrl }, ports);
  const facts = await target.inspect(signal);
  await target.write(credential, facts, signal);
  const { holds } = await target.check(credential, facts, signal);
  if (!holds) throw new Error(`${target.id} does not hold what was written`);
}
process.exit(0);
