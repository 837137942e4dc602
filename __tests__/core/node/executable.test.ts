import { describe, expect, it } from '@jest/globals';
import { findExecutable, planCall } from '../../../packages/core/lib/node/executable.js';
import { catchCode } from '../support/codes.ts';

const find = (name: string, platform: string, env: Readonly<Record<string, string>>, there: readonly string[]) =>
  findExecutable(name, { platform, env }, (file) => there.includes(file));

describe('a program on Windows', () => {
  const PATH = 'C:\\first;.\\relative;"D:\\with; blank";E:\\last';

  it.each<[string, string, Readonly<Record<string, string>>, readonly string[], string | undefined]>([
    [
      'by the ending that PATHEXT names first',
      'docker',
      { PATHEXT: '.CMD;.EXE' },
      ['E:\\last\\docker.exe', 'E:\\last\\docker.cmd'],
      'E:\\last\\docker.cmd',
    ],
    [
      'in the first place that has it, whatever its ending',
      'docker',
      { PATHEXT: '.EXE;.CMD' },
      ['C:\\first\\docker.cmd', 'E:\\last\\docker.exe'],
      'C:\\first\\docker.cmd',
    ],
    ['by the usual endings where PATHEXT is not set', 'docker', {}, ['E:\\last\\docker.exe'], 'E:\\last\\docker.exe'],
    [
      'by the usual endings where PATHEXT is empty',
      'docker',
      { PATHEXT: '' },
      ['E:\\last\\docker', 'E:\\last\\docker.exe'],
      'E:\\last\\docker.exe',
    ],
    [
      'with the ending that is given',
      'docker-credential-wincred.exe',
      {},
      ['E:\\last\\docker-credential-wincred.exe'],
      'E:\\last\\docker-credential-wincred.exe',
    ],
    ['never without an ending', 'docker', {}, ['C:\\first\\docker'], undefined],
    [
      'never by an ending that PATHEXT does not name',
      'docker',
      { PATHEXT: '.COM' },
      ['C:\\first\\docker.exe'],
      undefined,
    ],
    ['never in the working directory', 'docker', {}, ['docker.exe', '.\\relative\\docker.exe'], undefined],
  ])('is found %s', (_name, name, env, there, found) => {
    expect(find(name, 'win32', { PATH, ...env }, there)).toBe(found);
  });

  it('is looked for in a place that stands in quotes, also when it holds what separates places', () => {
    expect(find('docker', 'win32', { PATH }, ['D:\\with; blank\\docker.exe'])).toBe('D:\\with; blank\\docker.exe');
    expect(find('docker', 'win32', { PATH: ';;"C:\\open;' }, ['C:\\open;\\docker.exe'])).toBe('C:\\open;\\docker.exe');
  });
});

describe.each(['linux', 'darwin'])('a program on %s', (platform) => {
  it('is found by its name alone, whatever PATHEXT says', () => {
    const env = { PATH: 'relative:/a:/b', PATHEXT: '.EXE' };
    expect(find('docker', platform, env, ['/a/docker.exe', '/b/docker', 'relative/docker'])).toBe('/b/docker');
    expect(find('docker', platform, {}, ['docker', '/docker'])).toBeUndefined();
  });
});

describe('a batch file on Windows', () => {
  const file = 'C:\\Program Files\\shims\\docker.CMD';
  const args = (username: string) => ['login', '--username', username, '--password-stdin', 'registry.example:5000'];

  it.each(['ci', 'robot$acme', 'ci@acme.example', 'a_b-c.d+e'])(
    'is called with the user %s by way of a shell',
    (username) => {
      expect(planCall({ file, args: args(username) }, 'win32')).toEqual({ file: `"${file}"`, shell: true });
    },
  );

  it.each(['ci&calc', 'ci|calc', '%PATH%', 'ci"', 'a b', 'ci^', 'a>b', '(a)', '!a!', ''])(
    'is never given the user %j, which cmd.exe would take apart: an injection',
    async (username) => {
      expect(await catchCode(() => planCall({ file, args: args(username) }, 'win32'))).toBe('DCR_INPUT_INVALID');
    },
  );

  it('is one only by its ending, and only there', () => {
    for (const [program, platform] of [
      ['C:\\docker.exe', 'win32'],
      ['/bin/docker.cmd', 'linux'],
      ['/usr/bin/docker', 'darwin'],
    ] as const) {
      expect(planCall({ file: program, args: args('a & b') }, platform)).toEqual({ file: program, shell: false });
    }
  });
});
