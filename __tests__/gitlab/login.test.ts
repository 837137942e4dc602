import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DockerDaemon, DockerRegistry, TokenServer } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeTemporaryDirectory,
  scanText,
  startCanary,
  startDockerDaemon,
  startDockerRegistry,
  startTokenServer,
} from '@nexqloud/dcr-testkit';
import { includeLogin, makeProject, PASSWORD, SECRET } from './support/project.ts';

const GLOBEX: typeof SECRET = { name: 'globex', username: 'bot', value: 'gl0bex-c4nary-$(id)' };
const VARIABLES = { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD };

describeReal(
  ['docker', 'dockerd', 'busybox', 'docker-registry', 'gitlab-ci-local', 'node24', 'rsync'],
  'the component login on a shell runner',
  () => {
    let daemon: DockerDaemon;
    let server: TokenServer;
    let registry: DockerRegistry;
    beforeAll(async () => {
      server = await startTokenServer({
        users: [
          { username: 'ci', password: PASSWORD, grants: ['repository:acme/*:pull,push'] },
          { username: 'bot', password: GLOBEX.value, grants: ['repository:globex/*:pull,push'] },
        ],
      });
      [daemon, registry] = await Promise.all([
        startDockerDaemon(),
        startDockerRegistry({ auth: { type: 'token', server }, directory: makeTemporaryDirectory() }),
      ]);
      for (const name of ['acme', 'globex']) await daemon.importImage(`${registry.host}/${name}/app:v1`);
    });
    afterAll(() => Promise.all([daemon.stop(), registry.stop(), server.stop()]), 30_000);

    const pushed = (name: string) =>
      registry
        .accessLog()
        .filter(({ method, path, status }) => method === 'PUT' && path.startsWith(`/v2/${name}/`) && status === 201);

    it('logs in, pushes, and leaves nothing: not in a file, a trace, a log, an argument or an environment', async () => {
      const project = await makeProject({
        '.gitlab-ci.yml': includeLogin(
          { registry: `${registry.host}/acme` },
          `push:\n  extends: .dcr-login\n  script:\n    - set -x\n    - docker push ${registry.host}/acme/app:v1\n`,
        ),
      });
      const watch = await startCanary({
        secrets: [SECRET],
        // GitLab gives a job its variables: its shells and what the user starts in them have the binding. What the
        // login starts has none.
        allow: ({ place, process: seen }) =>
          place === 'environ' && !/^(?:awk|mkdir|tr|sed)$/u.test(seen?.command ?? '') && seen?.arguments[1] !== 'login',
      });
      const { exitCode, log } = await project.run({ variables: VARIABLES, environment: { DOCKER_HOST: daemon.host } });
      expect(exitCode === 0 ? '' : log).toBe('');
      expect(pushed('acme').length).toBeGreaterThan(0);
      expect(log).toContain(`logged in to ${registry.host}/acme as ci (docker says so)`);
      expect(scanText(log, 'log', [SECRET])).toEqual([]);
      expect(await watch.stop()).toEqual([]);
      expect(project.remains()).toEqual([]);
      expect(project.findSecret(SECRET)).toEqual([]);
    }, 90_000);

    it.each([
      ['fails', 'exit 7'],
      ['is killed in the middle', 'kill -9 $$'],
    ])('when the script %s, leaves nothing either', async (_title, line) => {
      const project = await makeProject({
        '.gitlab-ci.yml': includeLogin(
          { registry: `${registry.host}/acme` },
          `push:\n  extends: .dcr-login\n  script:\n    - test -f "$DOCKER_CONFIG/config.json"\n    - echo logged-in\n    - ${line}\n`,
        ),
      });
      const { exitCode, log } = await project.run({ variables: VARIABLES });
      expect([exitCode === 0, log.includes('> logged-in')]).toEqual([false, true]);
      expect([project.remains(), project.findSecret(SECRET)]).toEqual([[], []]);
    });

    it('when two jobs run at once with two credentials of one host, each pushes by the right user', async () => {
      const job = (name: string, username: string, variable: string, other: string) => `
push-${name}:
  extends: .dcr-login
  variables:
    DCR_INPUT_REGISTRY: ${registry.host}/${name}
    DCR_INPUT_USERNAME: ${username}
    DCR_INPUT_PASSWORD_VARIABLE: ${variable}
  script:
    - touch $CI_PROJECT_DIR/../${name}
    - while [ ! -e $CI_PROJECT_DIR/../${other} ]; do sleep 0.05; done
    - docker push ${registry.host}/${name}/app:v1
    - "! docker push ${registry.host}/${other}/app:v1"
`;
      const jobs = job('acme', 'ci', 'ACME', 'globex') + job('globex', 'bot', 'GLOBEX', 'acme');
      const project = await makeProject({ '.gitlab-ci.yml': includeLogin({}, jobs) });
      const { exitCode, log } = await project.run({
        variables: { ACME: PASSWORD, GLOBEX: GLOBEX.value },
        environment: { DOCKER_HOST: daemon.host },
      });
      expect(exitCode === 0 ? '' : log).toBe('');
      expect([pushed('acme').length > 0, pushed('globex').length > 0]).toEqual([true, true]);
      expect([project.remains(), project.findSecret(SECRET, GLOBEX)]).toEqual([[], []]);
    }, 90_000);

    it('when several registries share a host, says which one plain docker sees and gives the other a directory', async () => {
      const registries = JSON.stringify([
        { registry: `${registry.host}/acme`, username: 'ci', passwordEnv: 'ACME' },
        { passwordEnv: 'GLOBEX', username: 'bot', registry: `${registry.host}/globex` },
      ]);
      const jobs = `
push:
  extends: .dcr-login
  script:
    - docker push ${registry.host}/acme/app:v1
    - DOCKER_CONFIG=$DCR_CONFIG_DIR_2 docker push ${registry.host}/globex/app:v1
`;
      const project = await makeProject({ '.gitlab-ci.yml': includeLogin({ registries }, jobs) });
      const { exitCode, log } = await project.run({
        variables: { ACME: PASSWORD, GLOBEX: GLOBEX.value },
        environment: { DOCKER_HOST: daemon.host },
      });
      expect(exitCode === 0 ? '' : log).toBe('');
      expect(log).toContain('DOCKER_CONFIG="$DCR_CONFIG_DIR_2"');
      expect([project.remains(), project.findSecret(SECRET, GLOBEX)]).toEqual([[], []]);
    }, 90_000);

    it('when one of several is refused, undoes all and tells the first failure', async () => {
      const registries = JSON.stringify([
        { registry: `${registry.host}/acme`, username: 'ci', passwordEnv: 'ACME' },
        { registry: `${registry.host}/globex`, username: 'bot', passwordEnv: 'WRONG' },
      ]);
      const jobs = 'push:\n  extends: .dcr-login\n  after_script: []\n  script:\n    - echo reached\n';
      const project = await makeProject({ '.gitlab-ci.yml': includeLogin({ registries }, jobs) });
      const { exitCode, log } = await project.run({ variables: { ACME: PASSWORD, WRONG: 'wr0ng' } });
      expect([exitCode === 0, log.includes('> reached')]).toEqual([false, false]);
      expect(log).toMatch(/DCR_CREDENTIAL_REJECTED: \S+\/globex/u);
      expect([project.remains(), project.findSecret(SECRET)]).toEqual([[], []]);
    });

    it('refuses a list of registries that is not exactly what it should be', async () => {
      const lists = [
        '[]',
        '[{"registry":"a.example/x","username":"ci"}]',
        '[{"registry":"a.example/x","username":"ci","passwordEnv":"A","password":"x"}]',
        '[{"registry":"a.example/x","registry":"b.example/x","username":"ci","passwordEnv":"A"}]',
        '[{"registry":"a.example/x","username":"c\\"i","passwordEnv":"A"}]',
        '[{"registry":"a.example/x","username":"ci","passwordEnv":"A"}] x',
        '[{"registry":"a.example/x","username":"ci","passwordEnv":"$(touch pwned)"}]',
        '{"registry":"a.example/x","username":"ci","passwordEnv":"A"}',
      ];
      const jobs = lists.map((value, index) => {
        const variables = { DCR_INPUT_REGISTRIES: { value, expand: false } };
        return `list-${index}: ${JSON.stringify({ extends: '.dcr-login', variables, script: ['echo reached'] })}\n`;
      });
      const project = await makeProject({ '.gitlab-ci.yml': includeLogin({}, jobs.join('')) });
      const { exitCode, log } = await project.run({ variables: { A: 'x' } });
      expect([exitCode === 0, log.includes('> reached'), log.includes('pwned')]).toEqual([false, false, false]);
      for (const index of lists.keys())
        expect(log).toMatch(new RegExp(`^list-${index} > dcr-login: DCR_INPUT_INVALID`, 'mu'));
      expect(project.remains()).toEqual([]);
    });

    it('when a project variable is called DCR_REGISTRY, the input wins; without an input, the variable counts', async () => {
      const jobs = 'push:\n  extends: .dcr-login\n  script:\n    - cat "$DOCKER_CONFIG/.dcr-login"\n';
      const host = registry.host.replace('127.0.0.1', 'localhost');
      for (const [inputs, wanted] of [
        [{ registry: `${registry.host}/acme` }, registry.host],
        [{}, host],
      ] as const) {
        const project = await makeProject({ '.gitlab-ci.yml': includeLogin(inputs, jobs) });
        const { exitCode, log } = await project.run({ variables: { ...VARIABLES, DCR_REGISTRY: `${host}/acme` } });
        expect({ exitCode, log }).toMatchObject({ exitCode: 0, log: expect.stringContaining(`> ${wanted}\n`) });
      }
    });

    it('hands every sign of an input over as it is', async () => {
      const username = 'a $HOME ${HOME} $$ $(id) `id` \'"\\ # : - {x} [y] & * ! | > % @';
      const jobs =
        'push:\n  extends: .dcr-login\n  script:\n    - printf "<%s>\\n" "$DCR_INPUT_USERNAME"\n  before_script: []\n  after_script: []\n';
      const project = await makeProject({ '.gitlab-ci.yml': includeLogin({ username }, jobs) });
      const { log } = await project.run();
      expect(log).toContain(`> <${username}>\n`);
    });

    it('adds up with a before_script of one’s own, and takes DOCKER_AUTH_CONFIG away only where it would shadow', async () => {
      const auth = (host: string) => JSON.stringify({ auths: { [host]: { auth: 'eDp5' } } });
      const jobs = `
push:
  before_script:
    - echo mine; set -eux
    - !reference [.dcr-login, before_script]
  script:
    - echo "auth=\${DOCKER_AUTH_CONFIG-gone}"
  after_script:
    - !reference [.dcr-login, after_script]
`;
      for (const [host, shown] of [
        [registry.host, 'auth=gone'],
        ['other.example', 'auth={'],
      ] as const) {
        const project = await makeProject({ '.gitlab-ci.yml': includeLogin({}, jobs) });
        const { exitCode, log } = await project.run({
          variables: { ...VARIABLES, DCR_REGISTRY: `${registry.host}/acme`, DOCKER_AUTH_CONFIG: auth(host) },
        });
        expect(exitCode === 0 ? '' : log).toBe('');
        expect([log.includes('> mine'), log.includes(shown), project.remains()]).toEqual([true, true, []]);
        expect(scanText(log, 'log', [SECRET])).toEqual([]);
      }
    });

    it('when the password is a variable of type File, says so', async () => {
      const jobs =
        'push:\n  extends: .dcr-login\n  variables:\n    DCR_PASSWORD: $CI_PROJECT_DIR.tmp/DCR_PASSWORD\n  script:\n    - echo reached\n';
      const project = await makeProject({ '.gitlab-ci.yml': includeLogin({ registry: 'dcr.nexqloud.io/acme' }, jobs) });
      const { exitCode, log } = await project.run({ variables: { DCR_USERNAME: 'ci' } });
      expect([exitCode === 0, log.includes('of type File')]).toEqual([false, true]);
    });

    describe('when the password is missing', () => {
      const jobs = 'push:\n  extends: .dcr-login\n  script:\n    - echo reached\n';
      const run = async (inputs: object, predefined: Record<string, string>) => {
        const project = await makeProject({
          '.gitlab-ci.yml': includeLogin({ registry: 'dcr.nexqloud.io/acme', ...inputs }, jobs),
        });
        return project.run({ variables: { DCR_USERNAME: 'ci' }, predefined });
      };

      it.each([
        [
          'an unprotected branch',
          { CI_COMMIT_REF_NAME: 'feature', CI_COMMIT_REF_PROTECTED: 'false' },
          'feature is not protected',
        ],
        ['a protected branch', { CI_COMMIT_REF_PROTECTED: 'true', CI_ENVIRONMENT_NAME: 'prod' }, 'environment scope'],
        ['a fork', { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '9', CI_PROJECT_ID: '1' }, 'fork'],
      ])('on %s, says which rule of GitLab is the likely reason', async (_title, predefined, words) => {
        const { exitCode, log } = await run({ 'password-variable': 'PROD_PASSWORD' }, predefined);
        expect([exitCode === 0, log.includes('> reached')]).toEqual([false, false]);
        expect(log).toMatch(new RegExp(`DCR_CREDENTIAL_MISSING: the variable PROD_PASSWORD is empty.*${words}`, 'u'));
      });

      it('and that is allowed, goes on without a login', async () => {
        const { exitCode, log } = await run({ 'on-missing': 'skip' }, {});
        expect({ exitCode, log }).toMatchObject({ exitCode: 0, log: expect.stringContaining('> reached') });
        expect(log).toContain('no login: the variable DCR_PASSWORD is empty');
      });
    });
  },
);
