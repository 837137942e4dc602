// Writes dist/: one folder an entry, made by ncc from the JavaScript that tsc wrote (ncc crashes on TypeScript 7).
// With --check it builds into a temporary directory and fails where the committed bundles differ by a byte.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import ncc from '@vercel/ncc';
import { renderLicences } from './bundle/licences.mjs';
import { describePackage } from './bundle/manifest.mjs';

const ENTRIES = {
  login: '.build/src/login/main.js',
  post: '.build/src/post/main.js',
  rotate: '.build/src/rotate/main.js',
  cli: 'packages/cli/lib/index.js',
};
/** Packages of which every import counts only for what is used of it: without this,
 * undici is evaluated at each start, and every model of the Kubernetes API bundled. */
const PURE = ['@actions/core', '@actions/http-client', '@kubernetes/client-node'];

const check = process.argv.includes('--check');
const root = process.cwd();
const committed = path.join(root, 'dist');
// Beside dist/ until it is whole: a build that fails leaves the old bundles.
const target = fs.mkdtempSync(check ? path.join(os.tmpdir(), 'dcr-dist-') : path.join(root, '.build/dist-'));
try {
  await withPurePackages(async () => {
    for (const [name, entry] of Object.entries(ENTRIES)) await bundle(name, entry);
  });
  fs.writeFileSync(path.join(target, 'licenses.txt'), renderLicences());
  for (const file of ['LICENSE', path.join(target, 'licenses.txt')])
    fs.copyFileSync(file, path.join(target, 'cli', path.basename(file)));
  if (check) {
    compare(committed, target);
  } else {
    fs.rmSync(committed, { recursive: true, force: true });
    fs.chmodSync(target, 0o755);
    fs.renameSync(target, committed);
  }
} finally {
  fs.rmSync(target, { recursive: true, force: true });
}

async function bundle(name, entry) {
  const { code, assets } = await ncc(path.resolve(entry), { cache: false, quiet: true, sourceMap: false, esm: false });
  const folder = path.join(target, name);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'index.js'), code);
  for (const [file, { source }] of Object.entries(assets)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), source);
  }
  // Of its own, so that the bundle is CommonJS wherever the folder is copied to: node's loader of modules takes 3 to 7 ms
  // more, a twentieth of a login.
  const manifest = name === 'cli' ? describePackage() : { type: 'commonjs' };
  fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest)}\n`);
}

async function withPurePackages(work) {
  const manifests = PURE.map((name) => path.join(root, 'node_modules', name, 'package.json'));
  const originals = manifests.map((file) => fs.readFileSync(file, 'utf8'));
  try {
    manifests.forEach((file, i) =>
      fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(originals[i]), sideEffects: false })),
    );
    await work();
  } finally {
    manifests.forEach((file, i) => fs.writeFileSync(file, originals[i]));
  }
}

function compare(committed, built) {
  const list = (folder) =>
    fs.existsSync(folder)
      ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      : [];
  const names = (folder) => list(folder).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const all = new Set([...names(committed), ...names(built)]);
  const read = (folder, name) =>
    fs.existsSync(path.join(folder, name)) ? fs.readFileSync(path.join(folder, name), 'utf8') : '';
  const different = [...all].filter((name) => read(committed, name) !== read(built, name));
  if (different.length > 0) {
    console.error(`dist/ is not what the sources make: ${different.join(', ')}; run npm run bundle and commit it`);
    process.exitCode = 1;
  } else {
    console.log(`dist/ is what the sources make: ${all.size} files`);
  }
}
