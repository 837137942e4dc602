import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeTemporaryDirectory, scanDirectory, scanText } from '@nexqloud/dcr-testkit';

const value = 'canary/7f3a$91c0';
const secrets = [{ name: 'password', value }];

describe('a scan of a directory', () => {
  it('finds the secret in files at any depth and says where', () => {
    const root = makeTemporaryDirectory();
    mkdirSync(join(root, 'deep/er'), { recursive: true });
    const path = join(root, 'deep/er/config.json');
    writeFileSync(path, JSON.stringify({ auth: Buffer.from(`someone:${value}`).toString('base64') }));
    writeFileSync(join(root, 'harmless'), 'nothing');
    expect(scanDirectory(root, secrets)).toEqual([
      { place: 'file', where: path, secret: 'password', encoding: 'base64 at offset 2' },
    ]);
  });

  it('finds it in names and in the targets of links, and does not repeat it', () => {
    const root = makeTemporaryDirectory();
    const plain = [{ name: 'token', value: 'canary-in-a-name' }];
    writeFileSync(join(root, 'a-canary-in-a-name.txt'), '');
    symlinkSync('/nowhere/canary-in-a-name', join(root, 'link'));
    const hits = scanDirectory(root, plain);
    expect(hits.map(({ place, where }) => [place, where])).toEqual([
      ['file name', join(root, 'a-***.txt')],
      ['file', join(root, 'link')],
    ]);
  });

  it('does not follow links out of it', () => {
    const [root, elsewhere] = [makeTemporaryDirectory(), makeTemporaryDirectory()];
    writeFileSync(join(elsewhere, 'secret'), value);
    symlinkSync(elsewhere, join(root, 'link'));
    expect(scanDirectory(root, secrets)).toEqual([]);
  });

  it('finds nothing in a directory that is gone', () => {
    expect(scanDirectory('/nonexistent/place', secrets)).toEqual([]);
  });
});

describe('a hit', () => {
  it('never holds the secret, even where the name of the place does', () => {
    const hits = scanText(`x${value}`, `log of ${value}`, secrets);
    expect(hits).toHaveLength(1);
    expect(JSON.stringify(hits)).not.toContain(value);
  });
});
