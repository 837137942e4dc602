import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeReal, runCommand, waitUntil } from '@nexqloud/dcr-testkit';
import { CLI, CREDENTIAL, makeMachine } from '../cli/support/machine.ts';

describeReal(['mount'], 'a state directory that containers of several machines share', () => {
  it('keeps the login of a command that lives on another machine, though both containers are of one image', async () => {
    const machine = makeMachine();
    const end = join(machine.root, 'end');
    // What one image brings along is the same in both: the machine id as well. The boot is the machine's own.
    const inContainer = (boot: string, words: readonly string[]) => {
      const file = join(machine.root, boot);
      writeFileSync(file, `${boot}\n`);
      const enter = 'mount --bind "$1" /proc/sys/kernel/random/boot_id && shift && exec "$@"';
      const command = ['sh', '-c', enter, 'sh', file, process.execPath, CLI, ...words];
      return runCommand({
        path: 'unshare',
        arguments: ['--mount', '--pid', '--fork', '--mount-proc', ...command],
        environment: { ...machine.environment, ...CREDENTIAL, PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      });
    };
    const script = `while [ ! -e '${end}' ]; do sleep 0.05; done; cat "$DOCKER_CONFIG/config.json"`;
    const flags = ['--engine', 'file', '--verify', 'none'];
    const living = inContainer('first', ['exec', 'one.example/acme', ...flags, '--', 'sh', '-c', script]);
    await waitUntil(() => machine.remains().length === 2, { what: 'the command has its login', deadlineMs: 20_000 });
    const stale = await inContainer('second', ['logout', '--stale', '--json']);
    writeFileSync(end, '');
    expect(JSON.parse(stale.stdout)).toMatchObject({ ok: true, sessions: [] });
    expect(await living).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('one.example') });
    expect(machine.remains()).toEqual([]);
  });
});
