import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { makeTemporaryDirectory, waitUntil } from '@nexqloud/dcr-testkit';
import { nodeClock } from '../../../packages/core/lib/node/clock.js';
import { createNodeFiles } from '../../../packages/core/lib/node/files.js';
import { nodeProcesses } from '../../../packages/core/lib/node/processes.js';
import { catchCode, catchError } from '../support/codes.ts';

const FILES = new URL('../../../packages/core/lib/node/', import.meta.url);
const files = createNodeFiles({ clock: nodeClock, processes: nodeProcesses });
const readMode = (path: string) => fs.statSync(path).mode & 0o7777;

let directory: string;
let target: string;
beforeEach(() => {
  directory = makeTemporaryDirectory();
  target = join(directory, 'config.json');
});

/** A child that runs this code over and over until it is ended; ready once `first` is there. */
async function startLoop(code: string) {
  const source = `
    import fs from 'node:fs';
    import { createNodeFiles } from '${FILES}files.js';
    const files = createNodeFiles({ clock: {}, processes: {} });
    const target = ${JSON.stringify(target)};
    console.log('started');
    for (let turn = 0; ; turn += 1) { ${code} }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
}

describe('to replace a file', () => {
  it('shows its readers the old text or the new one, also when the writer is killed', async () => {
    const texts = ['a', 'b'].map((letter) => letter.repeat(300_000));
    fs.writeFileSync(target, texts[0] ?? '');
    const seen = new Set<string>();
    for (let kill = 0; kill < 5; kill += 1) {
      const end = await startLoop(
        `await files.apply({ do: 'replace', path: target, text: (turn % 2 === 0 ? 'b' : 'a').repeat(300_000) });`,
      );
      const until = performance.now() + 120 + kill * 7;
      while (performance.now() < until) {
        const text = fs.readFileSync(target, 'utf8');
        expect(texts.includes(text)).toBe(true);
        seen.add(text);
      }
      await end();
      expect(texts.includes(fs.readFileSync(target, 'utf8'))).toBe(true);
    }
    expect(seen.size).toBe(2);
    // What a killed writer left is removed by the next one that holds the lock.
    await files.lock(target, Date.now() + 5000, async () => undefined);
    expect(fs.readdirSync(directory)).toEqual(['config.json']);
  });

  it('is begun, under the lock, without what killed writers left of it', async () => {
    for (const name of ['.config.json.7.dcr-new', '.other.json.7.dcr-new', 'config.json.dcr-new', '.config.json.bak']) {
      fs.writeFileSync(join(directory, name), 'x');
    }
    const link = join(makeTemporaryDirectory(), 'link.json');
    fs.symlinkSync(target, link);
    const seen = await files.lock(link, Date.now(), async () => fs.readdirSync(directory));
    expect(seen).toEqual(['.config.json.bak', '.other.json.7.dcr-new', 'config.json.dcr-new']);
  });

  it('keeps its mode, and gives a new one to its owner alone', async () => {
    await files.apply({ do: 'replace', path: target, text: 'new' });
    expect(readMode(target)).toBe(0o600);
    for (const mode of [0o640, 0o644, 0o600, 0o400]) {
      fs.chmodSync(target, mode);
      await files.apply({ do: 'replace', path: target, text: `${mode}` });
      expect([readMode(target), fs.readFileSync(target, 'utf8')]).toEqual([mode, `${mode}`]);
    }
  });

  it('keeps its owner', async () => {
    fs.writeFileSync(target, 'old');
    // Only root may give a file away; any other user owns what it writes.
    const [uid, gid] = process.getuid?.() === 0 ? [65_534, 65_534] : [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
    fs.chownSync(target, uid, gid);
    await files.apply({ do: 'replace', path: target, text: 'new' });
    const { uid: owner, gid: group } = fs.statSync(target);
    expect([owner, group]).toEqual([uid, gid]);
  });

  it('keeps the links that lead to it, also to one that does not exist yet', async () => {
    const [far, farther] = [join(directory, 'far'), join(directory, 'farther')];
    fs.mkdirSync(far);
    fs.symlinkSync('far/link', target);
    fs.symlinkSync(farther, join(far, 'link'));
    for (const text of ['first', 'second']) {
      await files.apply({ do: 'replace', path: target, text });
      expect(fs.readFileSync(farther, 'utf8')).toBe(text);
    }
    expect([fs.readlinkSync(target), fs.readlinkSync(join(far, 'link'))]).toEqual(['far/link', farther]);
    expect(fs.readdirSync(directory)).toEqual(['config.json', 'far', 'farther']);
    expect(fs.readdirSync(far)).toEqual(['link']);
  });

  it('refuses links in a circle', async () => {
    fs.symlinkSync(target, `${target}2`);
    fs.symlinkSync(`${target}2`, target);
    const error = await catchError(() => files.apply({ do: 'replace', path: target, text: 'x' }));
    expect(error.code).toBe('DCR_STORE_FAILED');
    expect(await catchCode(() => files.inspect(target, { follow: true }))).toBe('DCR_STORE_FAILED');
  });

  it('follows nothing that was planted under the name of its temporary file', async () => {
    const victim = join(directory, 'victim');
    fs.writeFileSync(victim, 'mine');
    fs.symlinkSync(victim, join(directory, `.config.json.${process.pid}.dcr-new`));
    await files.apply({ do: 'replace', path: target, text: 'secret' });
    expect(fs.readFileSync(victim, 'utf8')).toBe('mine');
    expect(fs.readdirSync(directory).toSorted()).toEqual(['config.json', 'victim']);
  });

  it('leaves no temporary file where it cannot be done', async () => {
    fs.mkdirSync(target);
    expect(await catchCode(() => files.apply({ do: 'replace', path: target, text: 'x' }))).toBe('DCR_STORE_FAILED');
    expect(fs.readdirSync(directory)).toEqual(['config.json']);
  });
});

describe('to make a private directory', () => {
  it('makes one for its owner alone, whatever the umask', async () => {
    const path = join(directory, 'private');
    const old = process.umask(0);
    try {
      await files.apply({ do: 'make-private', path });
    } finally {
      process.umask(old);
    }
    expect(readMode(path)).toBe(0o700);
  });

  it.each(['a directory', 'a link to a directory', 'a link to nothing', 'a file'])(
    'refuses %s in its place',
    async (what) => {
      const path = join(directory, 'private');
      const elsewhere = join(directory, 'elsewhere');
      fs.mkdirSync(elsewhere);
      if (what === 'a directory') fs.mkdirSync(path);
      if (what === 'a link to a directory') fs.symlinkSync(elsewhere, path);
      if (what === 'a link to nothing') fs.symlinkSync(join(directory, 'nothing'), path);
      if (what === 'a file') fs.writeFileSync(path, '');
      const error = await catchError(() => files.apply({ do: 'make-private', path }));
      expect([error.code, error.message.includes('EEXIST')]).toEqual(['DCR_STORE_FAILED', true]);
    },
  );

  it('makes none below what does not exist', async () => {
    const path = join(directory, 'a', 'private');
    expect(await catchCode(() => files.apply({ do: 'make-private', path }))).toBe('DCR_STORE_FAILED');
  });
});

describe('other effects', () => {
  it('make directories for their owner alone, and leave the mode of those that exist', async () => {
    fs.chmodSync(directory, 0o755);
    await files.apply({ do: 'make-directory', path: join(directory, 'a', 'b') });
    await files.apply({ do: 'make-directory', path: join(directory, 'a', 'b') });
    expect([directory, join(directory, 'a'), join(directory, 'a', 'b')].map(readMode)).toEqual([0o755, 0o700, 0o700]);
  });

  it('write a file for its owner alone', async () => {
    const old = process.umask(0);
    try {
      await files.apply({ do: 'write', path: target, text: 'x' });
    } finally {
      process.umask(old);
    }
    expect([readMode(target), fs.readdirSync(directory)]).toEqual([0o600, ['config.json']]);
  });

  it('remove a link and not what it leads to', async () => {
    const kept = join(directory, 'kept');
    fs.mkdirSync(kept);
    fs.writeFileSync(join(kept, 'file'), 'x');
    fs.mkdirSync(join(directory, 'gone'));
    fs.symlinkSync(kept, join(directory, 'gone', 'link'));
    fs.symlinkSync(kept, join(directory, 'link'));
    await files.apply({ do: 'remove', path: join(directory, 'gone') });
    await files.apply({ do: 'remove', path: join(directory, 'link') });
    await files.apply({ do: 'remove', path: join(directory, 'never') });
    expect([fs.readdirSync(directory), fs.readdirSync(kept)]).toEqual([['kept'], ['file']]);
  });
});

describe('what stands at a path', () => {
  it('is told without following a link, unless asked to', async () => {
    fs.writeFileSync(target, 'text', { mode: 0o640 });
    fs.symlinkSync('config.json', join(directory, 'link'));
    fs.symlinkSync('nothing', join(directory, 'dangling'));
    const uid = process.getuid?.();
    const at = (name: string, follow = false) => files.inspect(join(directory, name), { follow });
    expect(await at('config.json')).toEqual({ kind: 'file', mode: 0o640, uid, text: 'text' });
    expect(await at('link')).toEqual({ kind: 'link', target: 'config.json' });
    expect(await at('link', true)).toMatchObject({ kind: 'file', text: 'text' });
    expect(await at('dangling', true)).toEqual({ kind: 'missing' });
    expect(await at('config.json/below')).toEqual({ kind: 'missing' });
    expect(await at('.')).toMatchObject({ kind: 'directory', names: ['config.json', 'dangling', 'link'] });
  });

  it('is not read when it is a pipe, a device or larger than any configuration', async () => {
    spawnSync('/usr/bin/mkfifo', [target]);
    fs.writeFileSync(join(directory, 'large'), '');
    fs.truncateSync(join(directory, 'large'), 8 * 1024 * 1024 + 1);
    expect(await files.inspect(target, { follow: true })).toEqual({ kind: 'other' });
    expect(await files.inspect('/dev/zero')).toEqual({ kind: 'other' });
    expect(await files.inspect(join(directory, 'large'))).toEqual({ kind: 'other' });
  });

  it('may go away while it is read', async () => {
    const end = await startLoop(
      `fs.mkdirSync(target); fs.rmdirSync(target); fs.writeFileSync(target, 'x'); fs.rmSync(target);`,
    );
    const kinds = new Set<string>();
    try {
      await waitUntil(
        async () => {
          for (let look = 0; look < 3000; look += 1) kinds.add((await files.inspect(target)).kind);
          return kinds.size > 2;
        },
        { what: 'each kind was seen', deadlineMs: 10_000, intervalMs: 1 },
      );
    } finally {
      await end();
    }
  });
});
