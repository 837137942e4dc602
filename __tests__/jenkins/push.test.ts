import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CanaryHit, DockerDaemon, DockerRegistry, TokenServer } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeTemporaryDirectory,
  scanDirectory,
  scanText,
  startCanary,
  startDockerDaemon,
  startDockerRegistry,
  startTokenServer,
} from '@nexqloud/dcr-testkit';
import type { BuildOptions, BuildReport, Jenkins } from './support/jenkins.ts';
import { expectEnd, startJenkins } from './support/jenkins.ts';
import type { Installed, Machine } from './support/machine.ts';
import { makeMachine } from './support/machine.ts';

const acme = { username: 'acme-ci', password: `acm3$HOME\`"'\\%PATH%!canary` };
const globex = { username: 'globex-ci', password: `gl0bex&|<>^(){}[]$$canary` };
const SECRETS = [
  { name: 'acme', username: acme.username, value: acme.password },
  { name: 'globex', username: globex.username, value: globex.password },
];
const REPOSITORY = { Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n' };

/** Who is meant to have the secret in its environment: the login's own shell and dcr-login, never a client or daemon. */
const BOUND = ['sh', 'node', 'dcr-login', 'jspawnhelper'];
const isBinding = ({ place, process: seen }: CanaryHit) => place === 'environ' && BOUND.includes(seen?.command ?? '');

describeReal(
  [
    'java',
    'javac',
    'groovy-cps',
    'groovy-cps-newest',
    'docker',
    'dockerd',
    'busybox',
    'docker-registry',
    'htpasswd',
    'skopeo',
  ],
  'a Jenkinsfile that pushes to a real registry',
  () => {
    let daemon: DockerDaemon;
    let server: TokenServer;
    let registry: DockerRegistry;
    let other: DockerRegistry;
    let jenkins: Jenkins;
    beforeAll(async () => {
      jenkins = startJenkins('sandbox');
      server = await startTokenServer({
        users: [
          { ...acme, grants: ['repository:acme/*:pull,push'] },
          { ...globex, grants: ['repository:globex/*:pull,push'] },
        ],
      });
      [daemon, registry, other] = await Promise.all([
        startDockerDaemon(),
        startDockerRegistry({ auth: { type: 'token', server }, directory: makeTemporaryDirectory() }),
        startDockerRegistry({ auth: { type: 'htpasswd', users: [acme, globex] }, directory: makeTemporaryDirectory() }),
      ]);
      for (const name of ['acme', 'globex']) await daemon.importImage(`${registry.host}/${name}/web:v1`);
    });
    afterAll(() => Promise.all([jenkins.stop(), daemon.stop(), registry.stop(), other.stop(), server.stop()]), 30_000);

    const startMachine = (installed: Installed, environment: Record<string, string> = {}) =>
      makeMachine({ installed, environment: { DOCKER_HOST: daemon.host, ...environment } });

    /** The example as it is, on the registry of this test. */
    const readExample = (name: string) => readFileSync(join('examples/jenkins', `${name}.Jenkinsfile`), 'utf8');

    const describeBuild = (machine: Machine, script: string): BuildOptions => ({
      script: script.replaceAll('dcr.nexqloud.io', registry.host).replaceAll('other.example', other.host),
      credentials: {
        '': { 'dcr-globex': globex },
        'team-a': { 'dcr-acme': acme, 'dcr-credentials': acme },
        'team-b': { 'dcr-credentials': globex },
      },
      environment: machine.environment,
      directory: machine.directory,
      repository: REPOSITORY,
    });

    const listPushes = (since: number, from = registry) =>
      from
        .accessLog()
        .slice(since)
        .filter(({ method, path, status }) => method === 'PUT' && path.includes('/manifests/') && status === 201)
        .map(({ path }) => path);

    /** Of what a build left on the agent and in the state of Jenkins. */
    const expectNothingLeft = (machine: Machine, report: BuildReport) => {
      expect(machine.leftovers()).toEqual([]);
      expect(scanDirectory(machine.directory, SECRETS)).toEqual([]);
      expect(scanText(report.log, 'log', SECRETS)).toEqual([]);
      expect(scanText(report.error ?? '', 'error', SECRETS)).toEqual([]);
    };

    it.each<Installed>(['dcr-login', 'nothing'])(
      'when %s is on the agent, the scripted example pushes, and the secret is nowhere but in the binding',
      async (installed) => {
        const machine = startMachine(installed);
        const canary = await startCanary({ secrets: SECRETS, allow: isBinding });
        const since = registry.accessLog().length;
        const report = await jenkins.run(describeBuild(machine, readExample('scripted')));
        expectEnd(report, 'SUCCESS');
        expect(listPushes(since)).toEqual(['/v2/acme/app/manifests/latest']);
        expect(await canary.stop()).toEqual([]);
        expectNothingLeft(machine, report);
      },
      60_000,
    );

    it('the declarative example pushes to two registries of one host, each by its own user', async () => {
      const machine = startMachine('dcr-login');
      const since = registry.accessLog().length;
      const report = await jenkins.run(describeBuild(machine, readExample('declarative')));
      expectEnd(report, 'SUCCESS');
      expect(listPushes(since)).toEqual(['/v2/acme/app/manifests/latest', '/v2/globex/app/manifests/latest']);
      expectNothingLeft(machine, report);
    });

    it('the multibranch example uses the credential of its own folder, and pushes from main alone', async () => {
      const machine = startMachine('dcr-login');
      const run = (job: string, branch: string) => {
        const build = describeBuild(machine, readExample('multibranch').replaceAll('dcr.nexqloud.io', 'other.example'));
        return jenkins.run({ ...build, job, environment: { ...machine.environment, BRANCH_NAME: branch } });
      };
      const since = other.accessLog().length;
      // The id is the same in both folders; the registry knows the credential of one.
      await other.setUsers([acme]);
      const main = await run('team-a/app/main', 'main');
      expectEnd(main, 'SUCCESS');
      expect(listPushes(since, other)).toEqual(['/v2/acme/app/manifests/main']);
      const feature = await run('team-a/app/feature', 'feature');
      expectEnd(feature, 'SUCCESS');
      const foreign = await run('team-b/app/main', 'main');
      expectEnd(foreign, 'FAILURE');
      expect(foreign.log).toContain('DCR_CREDENTIAL_REJECTED');
      await other.setUsers([acme, globex]);
      expect(listPushes(since, other)).toHaveLength(1);
      for (const report of [main, feature, foreign]) expectNothingLeft(machine, report);
    });

    it.each<Installed>(['dcr-login', 'nothing'])(
      'when %s is on the agent, two branches on one node push with two credentials of one host',
      async (installed) => {
        const machine = startMachine(installed);
        const since = registry.accessLog().length;
        const report = await jenkins.run(
          describeBuild(
            machine,
            `node {
              parallel acme: {
                dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'dcr-acme') { sh 'docker push dcr.nexqloud.io/acme/web:v1' }
              }, globex: {
                dcrLogin(registry: 'dcr.nexqloud.io/globex', credentialsId: 'dcr-globex') { sh 'docker push dcr.nexqloud.io/globex/web:v1' }
              }
            }`,
          ),
        );
        expectEnd(report, 'SUCCESS');
        expect(listPushes(since).toSorted()).toEqual(['/v2/acme/web/manifests/v1', '/v2/globex/web/manifests/v1']);
        expectNothingLeft(machine, report);
      },
      60_000,
    );

    it.each<Installed>(['dcr-login', 'nothing'])(
      'when %s is on the agent, a list of registries and a block in a block keep each login where it belongs',
      async (installed) => {
        const machine = startMachine(installed);
        const since = registry.accessLog().length;
        const sinceOther = other.accessLog().length;
        const report = await jenkins.run(
          describeBuild(
            machine,
            `node {
              sh 'docker tag dcr.nexqloud.io/globex/web:v1 other.example/globex/web:v1'
              dcrLogin(registries: [
                [registry: 'dcr.nexqloud.io/acme', credentialsId: 'dcr-acme'],
                [registry: 'dcr.nexqloud.io/globex', credentialsId: 'dcr-globex'],
                [registry: 'other.example/globex', credentialsId: 'dcr-globex'],
              ]) { directories ->
                sh 'docker push dcr.nexqloud.io/acme/web:v1'
                sh 'docker push other.example/globex/web:v1'
                withEnv(['DOCKER_CONFIG=' + directories['dcr.nexqloud.io/globex']]) {
                  sh 'docker push dcr.nexqloud.io/globex/web:v1'
                }
              }
              dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'dcr-acme') {
                dcrLogin(registry: 'other.example/globex', credentialsId: 'dcr-globex') {
                  sh 'docker push dcr.nexqloud.io/acme/web:v1'
                  sh 'docker push other.example/globex/web:v1'
                }
                sh '! docker push other.example/globex/web:v1'
                sh 'docker push dcr.nexqloud.io/acme/web:v1'
              }
            }`,
          ),
        );
        expectEnd(report, 'SUCCESS');
        expect(report.log).toContain(
          `here it sees ${registry.host}/acme. For ${registry.host}/globex set DOCKER_CONFIG=`,
        );
        const [first, second] = ['/v2/acme/web/manifests/v1', '/v2/globex/web/manifests/v1'];
        expect(listPushes(since)).toEqual([first, second, first, first]);
        expect(listPushes(sinceOther, other)).toEqual([second, second]);
        expectNothingLeft(machine, report);
      },
      60_000,
    );

    it.each<Installed>(['dcr-login', 'nothing'])(
      'when %s is on the agent and the body fails, is killed or is aborted in the middle, nothing is left',
      async (installed) => {
        const machine = startMachine(installed);
        const body = (script: string) =>
          describeBuild(
            machine,
            `node { dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'dcr-acme') { sh '''test -s "$DOCKER_CONFIG/config.json"
              ${script}''' } }`,
          );
        const failed = await jenkins.run(body('false'));
        expect(failed).toMatchObject({ result: 'FAILURE', error: 'AbortException: script returned exit code 1' });
        expectNothingLeft(machine, failed);
        const killed = await jenkins.run(body('kill -9 $$'));
        expect(killed).toMatchObject({ result: 'FAILURE', error: 'AbortException: script returned exit code 137' });
        expectNothingLeft(machine, killed);
        const bell = await startBell();
        const build = jenkins.start(body(`curl --silent http://${bell.host}`));
        await bell.rung;
        build.abort();
        const aborted = await build.report;
        expectEnd(aborted, 'ABORTED');
        expectNothingLeft(machine, aborted);
        await bell.stop();
      },
      60_000,
    );

    it.each<Installed>(['dcr-login', 'nothing'])(
      'when %s is on the agent and the build is aborted while it logs in, nothing is left',
      async (installed) => {
        const machine = startMachine(installed);
        const bell = await startBell();
        const build = jenkins.start(
          describeBuild(
            machine,
            `node { dcrLogin(registry: '${bell.host}/acme', credentialsId: 'dcr-acme') { echo 'never here' } }`,
          ),
        );
        await bell.rung;
        build.abort();
        const report = await build.report;
        expectEnd(report, 'ABORTED');
        expect(report.log).not.toContain('never here');
        expectNothingLeft(machine, report);
        await bell.stop();
      },
      60_000,
    );

    it.each<Installed>(['dcr-login', 'nothing'])(
      'when %s is on the agent and the registry rejects the credential, the log says so and the block does not begin',
      async (installed) => {
        const machine = startMachine(installed);
        const login = `dcrLogin(registry: 'other.example/acme', credentialsId: 'dcr-acme') { echo 'never here' }`;
        await other.setUsers([globex]);
        const report = await jenkins.run(describeBuild(machine, `node { ${login} }`));
        await other.setUsers([acme, globex]);
        expectEnd(report, 'FAILURE');
        expect(report.error).toBe('AbortException: script returned exit code 3');
        expect(report.log).toContain('dcr-login: DCR_CREDENTIAL_REJECTED: ');
        expect(report.log).not.toContain('never here');
        expectNothingLeft(machine, report);
      },
      60_000,
    );

    it.each<Installed>(['dcr-login', 'nothing'])(
      'when %s is on the agent, a folder in the workspace and difficult names change nothing',
      async (installed) => {
        const machine = startMachine(installed);
        const script = `node { dir('a "sub" folder') {
          dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'dcr-acme') {
            sh 'docker push dcr.nexqloud.io/acme/web:v1'
            echo 'kept in ' + env.DOCKER_CONFIG
          } } }`;
        const report = await jenkins.run({ ...describeBuild(machine, script), job: `team-a/it's $HOME & more` });
        expectEnd(report, 'SUCCESS');
        expect(report.log).toMatch(/kept in .*\/team-a_it's \$HOME & more@tmp\/dcr-login-/);
        expectNothingLeft(machine, report);
      },
      60_000,
    );

    it.each<Installed>(['dcr-login', 'nothing'])(
      'when %s is on the agent and skopeo the engine, it sees both registries of a host at once',
      async (installed) => {
        const machine = startMachine(installed);
        const pair = (name: string) => `registry: 'dcr.nexqloud.io/${name}', credentialsId: 'dcr-${name}'`;
        const push = (name: string) => `dcrLogin(${pair(name)}) { sh 'docker push dcr.nexqloud.io/${name}/web:v1' }`;
        const read = (name: string) => `sh 'skopeo inspect --tls-verify=false docker://dcr.nexqloud.io/${name}/web:v1'`;
        const report = await jenkins.run(
          describeBuild(
            machine,
            `node {
            ${push('acme')}
            ${push('globex')}
            dcrLogin(registries: [[${pair('acme')}], [${pair('globex')}]], engine: 'skopeo') {
              sh 'test -z "$DOCKER_CONFIG"'
              ${read('acme')}
              ${read('globex')}
            }
          }`,
          ),
        );
        expectEnd(report, 'SUCCESS');
        expect(report.log).not.toContain('docker knows one login per host');
        expectNothingLeft(machine, report);
      },
      60_000,
    );

    it('when a timeout passes in the body, nothing is left', async () => {
      const machine = startMachine('dcr-login');
      const report = await jenkins.run(
        describeBuild(
          machine,
          `node { timeout(time: 1, unit: 'SECONDS') {
            dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'dcr-acme') { sh 'sleep 600' } } }`,
        ),
      );
      expectEnd(report, 'ABORTED');
      expectNothingLeft(machine, report);
    });

    it('when the agent is a container without dcr-login, it pushes from there', async () => {
      const machine = startMachine('nothing');
      await daemon.importImage('local/tool:v1');
      const shared = ['/usr', '/bin', '/lib', '/lib64'].map((path) => `-v ${path}:${path}:ro`);
      const socket = daemon.host.slice('unix://'.length);
      const since = registry.accessLog().length;
      const report = await jenkins.run(
        describeBuild(
          machine,
          `pipeline {
            agent { docker {
              image 'local/tool:v1'
              args '${shared.join(' ')} -v ${socket}:${socket} -e DOCKER_HOST=${daemon.host}'
            } }
            stages { stage('Push') { steps {
              sh 'test ! -e /etc/debian_version'
              dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'dcr-acme') { sh 'docker push dcr.nexqloud.io/acme/web:v1' }
            } } }
          }`,
        ),
      );
      expectEnd(report, 'SUCCESS');
      expect(listPushes(since)).toEqual(['/v2/acme/web/manifests/v1']);
      expectNothingLeft(machine, report);
    });

    it('when the controller restarts before the push, the build goes on in a fresh JVM, pushes and cleans up', async () => {
      const machine = startMachine('dcr-login');
      const build = describeBuild(machine, readExample('scripted'));
      const stopped = await jenkins.run({ ...build, stopBefore: 'docker push' });
      expectEnd(stopped, 'STOPPED');
      expect(machine.leftovers()).not.toEqual([]);
      // What the controller would have on its disk.
      expect(scanText(readFileSync(stopped.stopped ?? ''), 'state', SECRETS)).toEqual([]);
      const since = registry.accessLog().length;
      const next = startJenkins('sandbox');
      const report = await next.run({ ...build, resumeFrom: stopped.stopped ?? '' });
      await next.stop();
      expectEnd(report, 'SUCCESS');
      expect(listPushes(since)).toEqual(['/v2/acme/app/manifests/latest']);
      expectNothingLeft(machine, report);
    });

    it('when DOCKER_AUTH_CONFIG holds another login of the host, it does not win inside of the block', async () => {
      const auth = Buffer.from('stale:wrong').toString('base64');
      const shadow = JSON.stringify({ auths: { [registry.host]: { auth } } });
      const machine = startMachine('dcr-login', { DOCKER_AUTH_CONFIG: shadow });
      const report = await jenkins.run(
        describeBuild(
          machine,
          `node {
            dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'dcr-acme') {
              sh 'docker push dcr.nexqloud.io/acme/web:v1; echo "inside: $DOCKER_AUTH_CONFIG"'
            }
          }`,
        ),
      );
      expectEnd(report, 'SUCCESS');
      expect(report.log).toContain('inside: {"auths":{}}\n');
      expect(report.log).toContain('DOCKER_AUTH_CONFIG holds another login');
      expectNothingLeft(machine, report);
    });

    it('the newest transformation runs the examples as well', async () => {
      const newest = startJenkins('newest');
      const machine = startMachine('dcr-login');
      for (const name of ['scripted', 'declarative']) {
        const report = await newest.run(describeBuild(machine, readExample(name)));
        expectEnd(report, 'SUCCESS');
        expectNothingLeft(machine, report);
      }
      await newest.stop();
    });
  },
);

/** A server that rings when somebody comes, and never answers. */
async function startBell(): Promise<{ host: string; rung: Promise<void>; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  const rung = new Promise<void>((resolve) => server.once('connection', () => resolve()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    rung,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
