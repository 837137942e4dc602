import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeReal, scanDirectory, scanText } from '@nexqloud/dcr-testkit';
import type { Jenkins } from './support/jenkins.ts';
import { ALLOWED, expectEnd, startJenkins } from './support/jenkins.ts';
import type { Machine } from './support/machine.ts';
import { makeMachine } from './support/machine.ts';

const credential = { username: 'ci', password: `c4nary %PATH% "&|<>^!$HOME\`'\\` };
const SECRETS = [{ name: 'password', username: 'ci', value: credential.password }];
const CREDENTIALS = {
  '': {
    acme: credential,
    next: { username: 'ci-2', password: 'n3xt-canary' },
    jenkins: { username: 'admin', password: 'j3nkins-canary' },
    github: { text: 'gh-canary' },
    kube: { path: '/secrets/kubeconfig' },
  },
};

/** A dcr-login that notes its arguments and what it finds in its environment, and ends as it is told. */
const NOTING = `{ printf '%s\\n' "$(basename "$0")" "$@"; } >>"$NOTES/words"; env >"$NOTES/environment"; exit "$STATUS"`;

describeReal(['java', 'javac', 'groovy-cps', 'groovy-cps-newest'], 'the Jenkins library in the sandbox', () => {
  let jenkins: Jenkins;
  beforeAll(() => {
    jenkins = startJenkins('sandbox');
  });
  afterAll(() => jenkins.stop());

  const run = async (machine: Machine, script: string) => {
    const { directory, environment } = machine;
    const report = await jenkins.run({ script, directory, environment, credentials: CREDENTIALS });
    expect(scanText(report.log, 'log', SECRETS)).toEqual([]);
    expect(scanDirectory(join(directory, 'agent'), SECRETS)).toEqual([]);
    return report;
  };

  /** A machine whose dcr-login, or npx, only notes how it was called. */
  const makeNoting = (program: 'dcr-login' | 'npx' = 'dcr-login', status = 0) => {
    const programs = { [program]: NOTING };
    const machine = makeMachine({ installed: 'nothing', programs });
    const environment = { ...machine.environment, NOTES: machine.directory, STATUS: String(status) };
    const read = (name: string) => {
      const file = join(machine.directory, name);
      return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    };
    return {
      machine: { ...machine, environment },
      words: () => read('words'),
      variables: () =>
        read('environment').filter((line) => /^(?:DCR_(?!WORDS|LOGIN)|JENKINS_|GITHUB_|KUBE)/.test(line)),
    };
  };
  const BOUND = [`DCR_PASSWORD=${credential.password}`, 'DCR_USERNAME=ci'];

  describe('dcrVerify', () => {
    it('calls dcr-login with the credential in its environment and nowhere else', async () => {
      const { machine, words, variables } = makeNoting();
      const report = await run(
        machine,
        `node { dcrVerify(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme', action: 'push',
          repository: 'api', allowCreate: true) }`,
      );
      expectEnd(report, 'SUCCESS');
      const flags = ['--action', 'push', '--repository', 'api', '--allow-create'];
      expect(words()).toEqual(['dcr-login', 'verify', 'dcr.nexqloud.io/acme', ...flags]);
      expect(variables().toSorted()).toEqual(BOUND);
    });

    it('fetches the version that it was made for when there is none on the agent', async () => {
      const { machine, words } = makeNoting('npx');
      expectEnd(
        await run(machine, `node { dcrVerify(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme') }`),
        'SUCCESS',
      );
      const { version } = JSON.parse(readFileSync('packages/cli/package.json', 'utf8')) as { version: string };
      const command = ['npx', '--yes', `@nexqloud/dcr-login@${version}`];
      expect(words()).toEqual([...command, 'verify', 'dcr.nexqloud.io/acme', '--action', 'auth']);
    });

    it('says what is missing when there is neither', async () => {
      const machine = makeMachine({ installed: 'nothing', bare: true });
      const report = await run(machine, `node { dcrVerify(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme') }`);
      expect(report).toMatchObject({ result: 'FAILURE', error: 'AbortException: script returned exit code 6' });
      expect(report.log).toContain('dcr-login: DCR_ENGINE_MISSING: neither dcr-login nor npx');
    });

    it('fails the build by a refusal, or tells its exit status', async () => {
      const call = `dcrVerify(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme'`;
      const { machine } = makeNoting('dcr-login', 3);
      expectEnd(await run(machine, `node { ${call}) }`), 'FAILURE');
      const told = await run(machine, `node { echo 'ended with ' + ${call}, returnStatus: true) }`);
      expectEnd(told, 'SUCCESS');
      expect(told.log).toContain('ended with 3\n');
    });
  });

  it('dcrPullSecret shows a plan, and does it when it is told to', async () => {
    const { machine, words, variables } = makeNoting();
    const call = `dcrPullSecret(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme', kubeconfigCredentialsId: 'kube',
      namespaces: ['web', 'api'], serviceAccounts: 'default', name: 'pull', context: 'prod'`;
    const report = await run(machine, `node { ${call}) }`);
    expectEnd(report, 'SUCCESS');
    const flags = ['--namespace', 'web', '--namespace', 'api', '--service-account', 'default'];
    const command = [
      'dcr-login',
      'pull-secret',
      'dcr.nexqloud.io/acme',
      ...flags,
      '--name',
      'pull',
      '--context',
      'prod',
    ];
    expect(words()).toEqual(command);
    expect(variables().toSorted()).toEqual([...BOUND, 'KUBECONFIG=/secrets/kubeconfig']);
    expectEnd(await run(machine, `node { ${call}, apply: true) }`), 'SUCCESS');
    expect(words()).toEqual([...command, ...command, '--apply']);
  });

  it('dcrRotate binds the old and new credential and the tokens by the names that dcr-login knows', async () => {
    const { machine, words, variables } = makeNoting();
    const report = await run(
      machine,
      `node { dcrRotate(file: 'ops/dcr-rotate.yml', names: ['production'], resume: true, credentialsId: 'acme',
        newCredentialsId: 'next', jenkinsCredentialsId: 'jenkins', tokens: [GITHUB_TOKEN: 'github'], stateDir: '/var/dcr') }`,
    );
    expectEnd(report, 'SUCCESS');
    expect(words()).toEqual(['dcr-login', 'rotate', '-f', 'ops/dcr-rotate.yml', '--resume', '--yes', 'production']);
    expect(variables().toSorted()).toEqual([
      'DCR_NEW_PASSWORD=n3xt-canary',
      'DCR_NEW_USERNAME=ci-2',
      `DCR_PASSWORD=${credential.password}`,
      'DCR_STATE_DIR=/var/dcr',
      'DCR_USERNAME=ci',
      'GITHUB_TOKEN=gh-canary',
      'JENKINS_TOKEN=j3nkins-canary',
      'JENKINS_USER=admin',
    ]);
  });

  it.each([
    ['a misspelt argument', `registry: 'r.example/a', credentialId: 'acme'`, 'has no argument "credentialId"'],
    ['no registry', `credentialsId: 'acme'`, 'needs registry'],
    ['an empty registry', `registry: env.MISSPELT, credentialsId: 'acme'`, 'needs registry'],
    ['no credential', `registry: 'r.example/a'`, 'needs credentialsId'],
    ['a shared login', `registry: 'r.example/a', credentialsId: 'acme', isolate: false`, 'is always isolated'],
    ['no registries', `registries: []`, 'empty list'],
    [
      'one and a list',
      `registry: 'r.example/a', registries: [[registry: 'x', credentialsId: 'y']]`,
      'one registry or a list',
    ],
    ['a list without ids', `registries: [[registry: 'r.example/a']]`, 'needs credentialsId'],
  ])('dcrLogin refuses %s before anything is started', async (_what, given, message) => {
    const { machine, words } = makeNoting();
    const report = await run(machine, `node { dcrLogin(${given}) { sh 'echo never here' } }`);
    expect(report.result).toBe('FAILURE');
    expect(report.error).toMatch(/^AbortException: dcr-login: DCR_INPUT_INVALID: /);
    expect(report.error).toContain(message);
    expect([report.log, words()]).toEqual(['', []]);
  });

  it('says what to look at when Jenkins does not give the credential, in its words and in ours', async () => {
    const { machine } = makeNoting();
    const report = await run(machine, `node { dcrVerify(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acmee') }`);
    expect(report.error).toBe("AbortException: Could not find credentials entry with ID 'acmee'");
    expect(report.log).toContain('dcr-login: DCR_CREDENTIAL_MISSING: ');
  });

  it('when the private directory cannot be made, it says where', async () => {
    const machine = makeMachine({ installed: 'nothing', environment: {} });
    const report = await run(
      machine,
      `node { writeFile(file: 'taken', text: ''); withEnv(['WORKSPACE_TMP=' + pwd() + '/taken']) {
        dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme') { sh 'echo never here' } } }`,
    );
    expectEnd(report, 'FAILURE');
    expect(report.log).toContain('dcr-login: DCR_STORE_FAILED: no private directory can be made at ');
    expect(report.log).not.toContain('never here');
  });

  it('when the directory cannot be removed, it says so and the end of the body counts', async () => {
    const machine = makeMachine({ installed: 'dcr-login', programs: { rm: 'exit 1' } });
    const { directory, environment } = machine;
    const script = (body: string) =>
      `node { dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme', engine: 'file', verify: 'none') { ${body} } }`;
    for (const [body, result] of [
      [`echo 'fine'`, 'SUCCESS'],
      [`error 'broken'`, 'FAILURE'],
    ] as const) {
      const report = await jenkins.run({ script: script(body), directory, environment, credentials: CREDENTIALS });
      expectEnd(report, result);
      expect(report.log).toMatch(/DCR_STORE_FAILED: .* could not be removed and may still hold a login\n.*on agent-1/);
    }
    // The login itself was removed by dcr-login.
    expect(scanDirectory(directory, SECRETS)).toEqual([]);
  });

  it.each([
    ['tells of no login', 'exit 0'],
    ['logs in somewhere else', 'echo DOCKER_CONFIG=/elsewhere'],
  ])('when a dcr-login of another version %s, the block does not begin', async (_what, text) => {
    const machine = makeMachine({ installed: 'nothing', programs: { 'dcr-login': text } });
    const report = await run(
      machine,
      `node { dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme') { sh 'echo never here' } }`,
    );
    expect(report.error).toMatch(/^AbortException: dcr-login: DCR_STORE_FAILED: /);
    expect(report.log).not.toContain('never here');
    expect(machine.leftovers()).toEqual([]);
  });

  it('takes a block that takes no argument, and returns what the block returns', async () => {
    const machine = makeMachine({ installed: 'dcr-login' });
    const login = `dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme', engine: 'file', verify: 'none')`;
    const report = await run(machine, `node { echo 'returned: ' + ${login} { -> 'something' } }`);
    expectEnd(report, 'SUCCESS');
    expect(report.log).toContain('returned: something\n');
  });

  describe('on a Windows agent', () => {
    it('logs in by the dcr-login that is there, with a password that cmd.exe would take apart', async () => {
      const machine = makeMachine({ installed: 'dcr-login' });
      const report = await run(
        machine,
        `node('windows') {
          dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme', engine: 'file', verify: 'none') { directories ->
            def config = readFile(env.DOCKER_CONFIG + '/config.json')
            echo 'same place: ' + (directories['dcr.nexqloud.io/acme'] == env.DOCKER_CONFIG)
            writeFile(file: '../../' + 'seen', text: config)
          }
        }`,
      );
      expectEnd(report, 'SUCCESS');
      expect(report.log).toContain('same place: true');
      const seen = JSON.parse(readFileSync(join(machine.directory, 'seen'), 'utf8')) as {
        auths: Record<string, { auth: string }>;
      };
      const { auth = '' } = seen.auths['dcr.nexqloud.io'] ?? {};
      expect(Buffer.from(auth, 'base64').toString()).toBe(`ci:${credential.password}`);
      expect(machine.leftovers()).toEqual([]);
    });

    it('without it, says that only Unix agents can do without', async () => {
      const machine = makeMachine({ installed: 'nothing' });
      const report = await run(
        machine,
        `node('windows') { dcrLogin(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme') { echo 'never here' } }`,
      );
      expect(report.error).toMatch(/^AbortException: dcr-login: DCR_ENGINE_MISSING: .*Windows/);
      expect(machine.leftovers()).toEqual([]);
    });

    it('fetches dcr-login for the other steps, each word whole', async () => {
      const { machine, words } = makeNoting('npx');
      const call = (repository: string) =>
        `node('windows') { dcrVerify(registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme', repository: '${repository}') }`;
      // The system has no dcr-login, and an npx that must not be asked.
      expectEnd(await run(machine, call('a b&c')), 'SUCCESS');
      expect(words().slice(3)).toEqual(['verify', 'dcr.nexqloud.io/acme', '--action', 'auth', '--repository', 'a b&c']);
      expect((await run(machine, call('a"b'))).error).toContain('DCR_INPUT_INVALID');
    });
  });

  it('needs of the list of allowed signatures each one, and no other', async () => {
    const [machine, call] = [makeMachine({ installed: 'dcr-login' }), `credentialsId: 'acme', returnStatus: true`];
    const login = `dcrLogin(registries: [[registry: 'dcr.nexqloud.io/acme', credentialsId: 'acme'],
      [registry: 'dcr.nexqloud.io/globex', credentialsId: 'next']], engine: 'file', verify: 'none')`;
    const others = `dcrVerify(registry: 'no-host', ${call}, repository: 'app')
      dcrPullSecret(registry: 'no-host', ${call}, namespaces: ['web'], name: 'pull')
      dcrRotate(${call}, names: ['production'], tokens: [GITHUB_TOKEN: 'github'])`;
    const report = await run(
      machine,
      `node { ${login} { directories -> echo '' + directories['dcr.nexqloud.io/acme'] }
        ${others} }
      node('windows') { ${login} { echo env.DOCKER_CONFIG } }`,
    );
    expectEnd(report, 'SUCCESS');
    expect(report.used.toSorted()).toEqual(ALLOWED.toSorted());
  });

  it.each([
    ['a file of the controller', `new File('/etc/passwd').text`, 'new java.io.File java.lang.String'],
    [
      'the environment of the controller',
      `System.getenv('PATH')`,
      'staticMethod java.lang.System getenv java.lang.String',
    ],
    ['a process of the controller', `'id'.execute()`, 'execute java.lang.String'],
  ])('the sandbox of these tests refuses %s', async (_what, expression, signature) => {
    const report = await jenkins.run({ ...makeBuild(), script: `node { echo('' + ${expression}) }` });
    expect(report.error).toContain(`SecurityException: Scripts not permitted to use `);
    expect(report.error).toContain(signature);
  });

  it('these tests refuse a secret in a Groovy string, and a program that cannot be stored', async () => {
    const bound = `withCredentials([string(credentialsId: 'github', variable: 'TOKEN')])`;
    const leaking = await jenkins.run({ ...makeBuild(), script: `node { ${bound} { sh "echo \${env.TOKEN}" } }` });
    expect(leaking.error).toContain('A secret was passed to "sh" using Groovy String interpolation: TOKEN');
    const stuck = `node { def matcher = ('a' =~ 'a'); sh 'true'; echo '' + matcher }`;
    const newest = startJenkins('newest');
    const unstorable = await newest.run({ ...makeBuild(), script: stuck });
    expect(unstorable.error).toContain('NotSerializableException: java.util.regex.Matcher');
    await newest.stop();
  });

  it('these tests would find a secret in the state of a program', async () => {
    const build = makeBuild();
    const script = `node { withCredentials([usernamePassword(credentialsId: 'acme', usernameVariable: 'U',
      passwordVariable: 'P')]) { def held = '' + env.P; sh 'true'; echo(held == '' ? 'empty' : 'held') } }`;
    expectEnd(await jenkins.run({ ...build, script }), 'SUCCESS');
    expect(scanDirectory(build.directory, SECRETS)).not.toEqual([]);
  });

  function makeBuild() {
    const { directory, environment } = makeMachine({ installed: 'nothing' });
    return { directory, environment, credentials: CREDENTIALS };
  }
});

describe('the sources of the Jenkins library', () => {
  const files = readdirSync('packages/jenkins', { recursive: true, encoding: 'utf8' }).map((name) =>
    join('packages/jenkins', name),
  );
  const groovy = files.filter((name) => name.endsWith('.groovy'));

  it('holds no link and no package: the library plugin refuses the one, npm would take the other', () => {
    expect(files.filter((name) => lstatSync(name).isSymbolicLink())).toEqual([]);
    expect(files.filter((name) => name.endsWith('package.json'))).toEqual([]);
  });

  it.each(groovy)('%s has scripts that are the same text for everybody, and traces none', (name) => {
    const text = readFileSync(name, 'utf8');
    const scripts = [...text.matchAll(/'''\\\n([\s\S]*?)'''/g)].map(([, script = '']) => script);
    for (const script of scripts) expect(script).toMatch(/^(?:set \+x|@echo off)/);
    const rest = text.replaceAll(/'''[\s\S]*?'''/g, '');
    // No interpolation, and no script outside of a constant.
    expect(rest.split('\n').filter((line) => /"[^"]*\$/.test(line) || /\b(?:sh|bat)\b[ (]+['"]/.test(line))).toEqual(
      [],
    );
  });

  it('every step has its help', () => {
    const steps = groovy.filter((name) => name.includes('/vars/'));
    expect(steps).toHaveLength(4);
    for (const step of steps) expect(readFileSync(step.replace(/groovy$/, 'txt'), 'utf8')).toContain('credentialsId');
  });
});
