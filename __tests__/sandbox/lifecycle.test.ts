import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { ask, startThree } from './client.ts';
import { loopbackTls } from './loopback-tls.ts';

describe('a sandbox', () => {
  let directory: string;
  beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'sandbox-test-'))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('brings two registries with a credential and a repository each', async () => {
    const sandbox = await startSandbox({ directory });
    try {
      expect(sandbox.host).toMatch(/^127\.0\.0\.1:\d+$/);
      expect(sandbox.url).toBe(`http://${sandbox.host}`);
      expect(sandbox.registries.map(({ name, reference }) => [name, reference])).toEqual([
        ['acme', `${sandbox.host}/acme`],
        ['globex', `${sandbox.host}/globex`],
      ]);
      for (const { name, username, password } of sandbox.registries) {
        const basic = { username, password };
        const reply = await ask(sandbox, { path: `/v2/${name}/_catalog`, basic });
        expect(reply.json.repositories).toHaveLength(1);
      }
      const passwords = new Set(sandbox.registries.map(({ password }) => password));
      expect(passwords.size).toBe(2);
    } finally {
      await sandbox.close();
    }
  });

  it('keeps its blobs where nobody else can read, and removes them when it is closed', async () => {
    const sandbox = await startThree({ directory });
    const [name = ''] = readdirSync(directory);
    const modes = [name, join(name, 'blobs'), join(name, 'incoming')].map((path) => {
      return statSync(join(directory, path)).mode & 0o777;
    });
    if (process.platform !== 'win32') expect(modes).toEqual([0o700, 0o700, 0o700]);
    await sandbox.close();
    await sandbox.close();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('ends connections that rest, that hang and that never said anything when it is closed', async () => {
    const sandbox = await startThree({ directory });
    const { hostname, port } = new URL(sandbox.url);
    const sockets = ['', 'GET /v2/ HTTP/1.1\r\nHost: x\r\n\r\n', 'PUT /v2/ HT'].map((text) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.resume();
      return { socket, text };
    });
    await Promise.all(sockets.map(({ socket }) => once(socket, 'connect')));
    for (const { socket, text } of sockets) socket.write(text);
    const ended = Promise.all(sockets.map(({ socket }) => waitForClose(socket)));
    await sandbox.close();
    await ended;
  });

  it('leaves nothing behind when its port is taken', async () => {
    const sandbox = await startThree();
    try {
      const port = Number(new URL(sandbox.url).port);
      await expect(startSandbox({ directory, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
      expect(readdirSync(directory)).toEqual([]);
    } finally {
      await sandbox.close();
    }
  });

  it('leaves nothing behind when its process exits without closing it', async () => {
    const program = `
      const { startSandbox } = await import(${JSON.stringify(import.meta.resolve('@nexqloud/dcr-sandbox'))});
      const { readdirSync } = await import('node:fs');
      await startSandbox({ directory: ${JSON.stringify(directory)} });
      console.log(readdirSync(${JSON.stringify(directory)}).length);
      process.exit(0);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(child, 'close');
    expect(Buffer.concat(chunks).toString().trim()).toBe('1');
    expect(existsSync(directory) && readdirSync(directory)).toEqual([]);
  });

  it('speaks TLS when it is given a certificate', async () => {
    const sandbox = await startThree({ directory, tls: loopbackTls, scheme: 'bearer' });
    try {
      const { port } = new URL(sandbox.url);
      const outgoing = request({
        host: 'localhost',
        port,
        path: '/v2/',
        ca: loopbackTls.cert,
        agent: false,
        family: 4,
      });
      outgoing.end();
      const [response] = await once(outgoing, 'response');
      response.resume();
      expect(response.statusCode).toBe(401);
      expect(response.headers['www-authenticate']).toContain(`realm="https://localhost:${port}/token"`);
      const silent = connect(Number(port), '127.0.0.1');
      silent.on('error', () => undefined);
      await once(silent, 'connect');
      const ended = waitForClose(silent.resume());
      await sandbox.close();
      await ended;
    } finally {
      await sandbox.close();
    }
  });

  it('serves many requests over one connection', async () => {
    const sandbox = await startThree({ directory });
    try {
      const { hostname, port } = new URL(sandbox.url);
      const socket = connect(Number(port), hostname);
      const requests = ['GET', 'HEAD', 'GET'].map((method) => `${method} /v2/ HTTP/1.1\r\nHost: x\r\n\r\n`);
      const chunks: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.end(requests.join(''));
      await once(socket, 'close');
      expect(
        Buffer.concat(chunks)
          .toString()
          .match(/HTTP\/1\.1 401/g),
      ).toHaveLength(3);
    } finally {
      await sandbox.close();
    }
  });

  it.each([
    ['a registry with a slash', [{ name: 'a/b' }]],
    ['a registry that climbs', [{ name: '..' }]],
    ['two registries of one name', [{ name: 'a' }, { name: 'a' }]],
    ['a registry without a credential', [{ name: 'a', credentials: [] }]],
    ['a username with a colon', [{ name: 'a', credentials: [{ username: 'x:y' }] }]],
    ['a repository with a tag', [{ name: 'a', repositories: ['x:y'] }]],
  ])('does not start with %s', async (_, registries) => {
    await expect(startSandbox({ directory, registries })).rejects.toThrow(TypeError);
    expect(readdirSync(directory)).toEqual([]);
  });
});

/** However it ends: a reset is an end, too. */
function waitForClose(socket: Socket): Promise<void> {
  return new Promise((resolve) => void socket.once('close', () => resolve()));
}
