// Cuts the operations that are called out of GitHub's own OpenAPI description, which is too big to install for each
// test run (385 MB): npm install --prefix DIR @octokit/openapi@23.0.2, then node scripts/extract-github-openapi.mjs DIR.
// What is kept of each operation: parameters, request body, and of its answers the schema and one example.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { format } from 'prettier';

const STORES = ['actions', 'dependabot', 'codespaces'];
const repository = '/repos/{owner}/{repo}';
const environment = `${repository}/environments/{environment_name}/secrets`;
const OPERATIONS = [
  ['get', repository],
  ['get', environment],
  ['get', `${environment}/public-key`],
  ['put', `${environment}/{secret_name}`],
  ...STORES.flatMap((store) => [
    ['get', `${repository}/${store}/secrets`],
    ['get', `${repository}/${store}/secrets/public-key`],
    ['put', `${repository}/${store}/secrets/{secret_name}`],
    ['get', `/orgs/{org}/${store}/secrets/public-key`],
    ['get', `/orgs/{org}/${store}/secrets/{secret_name}`],
    ['put', `/orgs/{org}/${store}/secrets/{secret_name}`],
    ['get', `/orgs/{org}/${store}/secrets/{secret_name}/repositories`],
  ]),
];
const NOISE = new Set(['description', 'title', 'example', 'examples', 'externalDocs', 'deprecated']);

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/extract-github-openapi.mjs DIR');
const package_ = path.join(folder, 'node_modules/@octokit/openapi');
const { version } = JSON.parse(fs.readFileSync(path.join(package_, 'package.json'), 'utf8'));
const api = JSON.parse(fs.readFileSync(path.join(package_, 'generated/api.github.com.json'), 'utf8'));

const resolve = (node) =>
  node.$ref === undefined
    ? node
    : resolve(
        node.$ref
          .slice(2)
          .split('/')
          .reduce((at, key) => at[key], api),
      );

/** References written out, words left out: what is left is what a validator reads. */
function tidy(node, inProperties = false) {
  if (Array.isArray(node)) return node.map((item) => tidy(item));
  if (typeof node !== 'object' || node === null) return node;
  const whole = resolve(node);
  return Object.fromEntries(
    Object.entries(whole)
      // A property may be called `description`.
      .filter(([key]) => inProperties || (!NOISE.has(key) && !key.startsWith('x-')))
      .map(([key, value]) => [key, tidy(value, !inProperties && key === 'properties')]),
  );
}

function describeAnswer(answer) {
  const content = resolve(answer).content?.['application/json'];
  if (content === undefined) return {};
  const [example] = Object.values(content.examples ?? {});
  return {
    schema: tidy(content.schema),
    ...(example === undefined ? {} : { example: resolve(example).value }),
  };
}

const operations = OPERATIONS.map(([method, template]) => {
  const operation = api.paths[template]?.[method];
  if (operation === undefined) throw new Error(`${method} ${template} is not described`);
  const parameters = (operation.parameters ?? []).map(resolve).map(({ name, in: place, required = false, schema }) => ({
    name,
    in: place,
    required,
    schema: tidy(schema),
  }));
  const body = operation.requestBody?.content['application/json'].schema;
  return {
    method: method.toUpperCase(),
    path: template,
    parameters,
    ...(body === undefined ? {} : { body: tidy(body) }),
    answers: Object.fromEntries(
      Object.entries(operation.responses)
        .filter(([status]) => Number(status) < 300)
        .map(([status, answer]) => [status, describeAnswer(answer)]),
    ),
  };
});

const file = 'packages/testkit/data/github-openapi.json';
const text = JSON.stringify({ source: `@octokit/openapi@${version} generated/api.github.com.json`, operations });
fs.writeFileSync(file, await format(text, { parser: 'json', printWidth: 120 }));
