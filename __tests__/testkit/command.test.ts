import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeTemporaryDirectory, runCommand, startService } from '@nexqloud/dcr-testkit';

const environment = { PATH: '/usr/bin:/bin' };

function shell(script: string, options: { input?: string; deadlineMs?: number } = {}) {
  return runCommand({ path: 'sh', arguments: ['-c', script], environment, ...options });
}

describe('a command', () => {
  it('gets its input and no environment but the given one', async () => {
    const result = await shell('cat; env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= -e ^OLDPWD=', { input: 'in\n' });
    expect(result).toEqual({ exitCode: 0, stdout: 'in\nPATH=/usr/bin:/bin\n', stderr: '', output: result.stdout });
  });

  it('is told apart by stream and exit code', async () => {
    expect(await shell('echo out; echo err >&2; exit 3')).toMatchObject({
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    });
    expect(await shell('kill -TERM $$')).toMatchObject({ exitCode: 143 });
  });

  it('may leave its input unread', async () => {
    expect(await shell('exit 0', { input: 'x'.repeat(1_000_000) })).toMatchObject({ exitCode: 0 });
  });

  it('is ended at its deadline, with what it started', async () => {
    await expect(shell('echo begun; sleep 60 | sleep 60', { deadlineMs: 200 })).rejects.toThrow('begun');
  });

  it('that does not exist is an error', async () => {
    const missing = runCommand({ path: '/nonexistent', arguments: [], environment });
    await expect(missing).rejects.toThrow('ENOENT');
  });
});

describe('a service', () => {
  const start = (script: string, deadlineMs = 5000) =>
    startService({
      path: '/bin/sh',
      arguments: ['-c', script],
      environment,
      logFile: join(makeTemporaryDirectory(), 'log'),
      isReady: (log) => log.includes('ready'),
      deadlineMs,
    });
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  it('is there when it is ready and gone when it was stopped', async () => {
    const service = await start('echo ready; exec sleep 60');
    expect(isAlive(service.pid)).toBe(true);
    expect(service.readLog()).toBe('ready\n');
    await service.stop();
    await service.stop();
    expect(isAlive(service.pid)).toBe(false);
  });

  it('that ends before it is ready is an error with its last words', async () => {
    await expect(start('echo no space left; exit 1')).rejects.toThrow('no space left');
  });

  it('that is never ready is ended and is an error', async () => {
    await expect(start('exec sleep 60', 100)).rejects.toThrow('is ready');
  });

  it('that does not exist is an error', async () => {
    const logFile = join(makeTemporaryDirectory(), 'log');
    const missing = startService({
      path: '/nonexistent',
      arguments: [],
      environment,
      logFile,
      isReady: () => false,
      deadlineMs: 5000,
    });
    await expect(missing).rejects.toThrow('ENOENT');
  });
});
