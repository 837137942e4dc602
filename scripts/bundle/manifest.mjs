import fs from 'node:fs';

/**
 * The bundle is what npm gets, `npm publish ./dist/cli`: one package without dependencies, where @kubernetes/client-node
 * alone would be 400 ms and 70 MiB more for a command that asks a cluster, as node loads all of it and a bundle what is used.
 */
export function describePackage() {
  const manifest = JSON.parse(fs.readFileSync('packages/cli/package.json', 'utf8'));
  const { name, version, description, license, engines } = manifest;
  const bin = { 'dcr-login': 'index.js' };
  // A package with a scope is for nobody else until it says so: https://docs.npmjs.com/cli/commands/npm-publish
  const publishConfig = { access: 'public' };
  return { name, version, description, license, type: 'commonjs', engines, bin, publishConfig };
}
