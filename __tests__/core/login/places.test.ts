import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deriveMaskedForms } from '../../../packages/core/lib/credential/masking.js';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import {
  chooseConfigDirectory,
  chooseStateDirectory,
  cleanEnvironment,
  listPrivateBases,
  refuseWorkspace,
} from '../../../packages/core/lib/login/places.js';
import type { Environment } from '../../../packages/core/lib/ports/environment.js';
import { catchCode } from '../support/codes.ts';

type Variables = Readonly<Record<string, string>>;
const on = (variables: Variables, platform: Environment['platform'] = 'linux'): Environment => {
  return { variables, platform, home: '/home/ci', workingDirectory: '/w', host: 'here', uid: 1000 };
};

describe('sessions are kept', () => {
  it.each<[Variables, Environment['platform'], string]>([
    [{}, 'linux', '/home/ci/.local/state/dcr-login'],
    [{}, 'darwin', '/home/ci/.local/state/dcr-login'],
    [{ XDG_STATE_HOME: '/xdg' }, 'linux', '/xdg/dcr-login'],
    [{ XDG_STATE_HOME: 'relative' }, 'linux', '/home/ci/.local/state/dcr-login'],
    [{ XDG_STATE_HOME: '' }, 'linux', '/home/ci/.local/state/dcr-login'],
    [{ DCR_STATE_DIR: '/mine', XDG_STATE_HOME: '/xdg' }, 'linux', '/mine'],
    [{ DCR_STATE_DIR: '' }, 'linux', '/home/ci/.local/state/dcr-login'],
    [{ LOCALAPPDATA: '/local' }, 'win32', '/local/dcr-login'],
    [{}, 'win32', '/home/ci/AppData/Local/dcr-login'],
    [{ LOCALAPPDATA: '' }, 'win32', '/home/ci/AppData/Local/dcr-login'],
    [{ DCR_STATE_DIR: 'mine' }, 'linux', '/w/mine'],
  ])('with %j on %s in %s', (variables, platform, directory) => {
    expect(chooseStateDirectory(on(variables, platform))).toBe(directory);
  });
});

describe('a directory that was given for sessions', () => {
  it('counts before the variable, from where the command was started, and also holds private directories', () => {
    const machine = on({ DCR_STATE_DIR: '/variable' });
    expect(chooseStateDirectory(machine, '/flag')).toBe('/flag');
    expect(chooseStateDirectory(machine, 'flag')).toBe('/w/flag');
    expect(listPrivateBases(machine, '/flag')).toMatchObject([{ root: '/flag', below: ['private'] }]);
  });
});

describe("docker's own directory", () => {
  it.each<[Variables, string]>([
    [{}, '/home/ci/.docker'],
    [{ DOCKER_CONFIG: '' }, '/home/ci/.docker'],
    [{ DOCKER_CONFIG: '/elsewhere/' }, '/elsewhere'],
  ])('with %j is %s', (variables, directory) => {
    expect(chooseConfigDirectory(on(variables))).toBe(directory);
  });
});

describe('a private directory is made', () => {
  const state = '/home/ci/.local/state/dcr-login/private';
  it.each<[string, Variables, readonly string[]]>([
    ['nowhere in particular', {}, [state]],
    ['on GitHub', { RUNNER_TEMP: '/runner/_temp' }, ['/runner/_temp', state]],
    ['on GitLab', { CI_PROJECT_DIR: '/builds/acme/api', CI_JOB_ID: '77' }, ['/builds/acme/api.tmp/dcr-77', state]],
    ['on Jenkins', { JENKINS_URL: 'https://ci', WORKSPACE: '/var/ws/api' }, ['/var/ws/api@tmp', state]],
    ['on Jenkins that tells it', { WORKSPACE_TMP: '/tmp-of-it', WORKSPACE: '/var/ws' }, ['/tmp-of-it', state]],
    ['with a workspace that is not of Jenkins', { WORKSPACE: '/home/ci/project' }, [state]],
    ['of a user with a session', { XDG_RUNTIME_DIR: '/run/user/1000' }, ['/run/user/1000/dcr-login', state]],
    ['with a relative path', { RUNNER_TEMP: 'temp' }, [state]],
    ['with an empty path', { RUNNER_TEMP: '' }, [state]],
  ])('%s', (_, variables, bases) => {
    expect(listPrivateBases(on(variables)).map(({ root, below }) => join(root, ...below))).toEqual(bases);
  });

  it.each<[string, Variables, boolean]>([
    ['/ws/sub', { GITHUB_WORKSPACE: '/ws' }, true],
    ['/ws', { GITHUB_WORKSPACE: '/ws/' }, true],
    ['/ws/../ws/x', { CI_PROJECT_DIR: '/ws' }, true],
    ['/ws.tmp/x', { CI_PROJECT_DIR: '/ws' }, false],
    ['/ws@tmp', { WORKSPACE: '/ws' }, false],
    ['/other', { WORKSPACE: '/ws', GITHUB_WORKSPACE: '' }, false],
    ['/', { WORKSPACE: '/ws' }, false],
    ['/ws/x', {}, false],
  ])('but %s with %j is refused: %s', async (directory, variables, refused) => {
    const work = () => refuseWorkspace(directory, on(variables));
    if (refused) expect(await catchCode(work)).toBe('DCR_INPUT_INVALID');
    else work();
  });
});

describe('the environment of a child', () => {
  const forms = deriveMaskedForms({ username: 'ci', password: new Secret('hunter22') });
  it.each([
    'DCR_PASSWORD',
    'DCR_NEW_PASSWORD',
    'DOCKER_AUTH_CONFIG',
    'INPUT_PASSWORD',
    'INPUT_REGISTRIES',
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'GITLAB_TOKEN',
    'VAULT_TOKEN',
    'NPM_TOKEN',
    'CI_JOB_TOKEN',
    'CI_JOB_JWT_V2',
    'CI_REGISTRY_PASSWORD',
    'CI_DEPLOY_PASSWORD',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'GH_ENTERPRISE_TOKEN',
    'INPUT_GITHUB_TOKEN',
    'CI_DEPENDENCY_PROXY_PASSWORD',
    'ACME_PASSWORD',
    'dcr_password',
  ])('has no %s', (name) => {
    expect(cleanEnvironment(on({ [name]: 'x', KEPT: '1' }), [])).toEqual({ KEPT: '1' });
  });

  it('has no variable that holds a token of the job, and keeps what a helper of a cloud needs', () => {
    const variables = { CI_JOB_TOKEN: 'glcbt-12345', CI_REPOSITORY_URL: 'https://gitlab-ci-token:glcbt-12345@x/y' };
    expect(cleanEnvironment(on({ ...variables, AWS_SESSION_TOKEN: 'aws', KEPT: '1' }), [])).toEqual({
      AWS_SESSION_TOKEN: 'aws',
      KEPT: '1',
    });
  });

  it.each(['hunter22', 'https://ci:hunter22@host/', 'aHVudGVyMjI=', 'x-Y2k6aHVudGVyMjI=-x', '68756e7465723232'])(
    'has no variable that holds the password under another name: %s',
    (value) => {
      expect(cleanEnvironment(on({ COPY: value, KEPT: '1' }), forms)).toEqual({ KEPT: '1' });
    },
  );

  it.each(['PATH', 'HOME', 'Path', 'SystemRoot', 'HTTPS_PROXY', 'DOCKER_HOST', 'LANG', 'DCR_USERNAME', 'TOKENS'])(
    'keeps %s',
    (name) => {
      expect(cleanEnvironment(on({ [name]: '/x' }), forms)).toEqual({ [name]: '/x' });
    },
  );

  it('keeps what no child starts without, also when a weak password is part of it', () => {
    expect(cleanEnvironment(on({ PATH: '/usr/bin', HOME: '/usr/bin' }), ['/usr'])).toEqual({
      PATH: '/usr/bin',
      HOME: '/usr/bin',
    });
  });

  it('leaves out what is not set', () => {
    expect(cleanEnvironment({ variables: { A: undefined, B: '' } }, [])).toEqual({ B: '' });
  });
});
