import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { makeTemporaryDirectory, scanDirectory, startKubernetes, waitUntil } from '@nexqloud/dcr-testkit';
import type { CanaryHit, KubernetesServer } from '@nexqloud/dcr-testkit';
import { nameLease } from '../../../packages/core/lib/rotation/places.js';
import type { WebServer } from '../../cli/support/servers.ts';
import { startServer } from '../../cli/support/servers.ts';
import type { Manifest, Pod, PodOptions } from './pod.ts';
import { readManifests, startPod } from './pod.ts';

const NAMESPACES = Array.from({ length: 33 }, (_, index) => `team-${index}`);
const OURS = '/api/v1/namespaces/dcr-login/secrets';
const LEASES = '/apis/coordination.k8s.io/v1/namespaces/dcr-login/leases';
const encode = (text: string): string => Buffer.from(text).toString('base64');
const decode = (text: string): string => Buffer.from(text, 'base64').toString();

export interface Pair {
  readonly username: string;
  readonly password: string;
}

/**
 * examples/kubernetes/fleet.yml on a real API server, with 33 namespaces instead of two, an issuer that counts, and one more
 * target, of the first shard, that waits until it is let go.
 */
export class Fleet {
  readonly server: KubernetesServer;
  readonly #sandbox: Sandbox;
  readonly #issuer: WebServer;
  #pods = 0;
  readonly #unheard: string[] = [];
  #manifests: readonly Manifest[] = [];
  #gate = '';
  #old: Pair = { username: '', password: '' };
  /** Whether the answers of the issuer are lost on their way. */
  mute = false;
  /** The volume that all pods share. */
  volume = '';

  private constructor(server: KubernetesServer, sandbox: Sandbox, issuer: WebServer) {
    this.server = server;
    this.#sandbox = sandbox;
    this.#issuer = issuer;
  }

  static async start(): Promise<Fleet> {
    const known: { fleet?: Fleet } = {};
    const server = await startKubernetes({ directory: makeTemporaryDirectory() });
    const sandbox = await startSandbox({ registries: [{ name: 'acme', repositories: ['app'] }] });
    const issuer = await startServer(({ method = 'GET', url, headers }, response) => {
      const address = `${sandbox.url}/sandbox/registries/acme${url}`;
      const { authorization = '' } = headers;
      void fetch(address, { method, headers: { authorization } }).then(async (answer) => {
        const text = await answer.text();
        if (known.fleet?.mute !== true) response.writeHead(answer.status).end(text);
        else known.fleet.#unheard.push(text);
      });
      return undefined;
    });
    const fleet = new Fleet(server, sandbox, issuer);
    known.fleet = fleet;
    await server.createNamespaces([...NAMESPACES, 'web', 'api']);
    for (const file of ['rbac.yml', 'rbac-cluster.yml']) await fleet.#apply(readExample(file));
    const data = { token: encode(sandbox.adminToken) };
    await server.call('POST', OURS, { metadata: { name: 'dcr-issuer' }, data });
    return fleet;
  }

  async stop(): Promise<void> {
    await this.#issuer.stop();
    await this.#sandbox.close();
    await this.server.stop();
  }

  /** As before a rotation: the old credential everywhere, nothing of a fleet before this one. */
  async begin(): Promise<void> {
    const scratch = makeTemporaryDirectory();
    this.#gate = join(scratch, 'gate');
    this.volume = join(scratch, 'volume');
    mkdirSync(this.volume);
    this.releaseIssued();
    for (const list of ['/apis/batch/v1/namespaces/dcr-login/jobs', LEASES])
      await this.server.ask('DELETE', `${list}?propagationPolicy=Background`);
    await this.server.ask('DELETE', `${OURS}/dcr-new`);
    const text = this.#adapt(readExample('fleet.yml'));
    await this.#apply(text);
    this.#manifests = readManifests(text);
    this.#old = this.#sandbox.rotate('acme', { grace: true });
    await Promise.all(NAMESPACES.map((namespace) => this.#store(namespace)));
  }

  get old(): Pair {
    return this.#old;
  }

  /** Of all namespaces, and the target that waits. */
  get size(): number {
    return NAMESPACES.length + 1;
  }

  #adapt(text: string): string {
    const wait = `cat >/dev/null; touch ${this.#gate}.reached; while test ! -e ${this.#gate}.open; do sleep 0.05; done`;
    const hold = `touch ${this.#gate}.issued; while test ! -e ${this.#gate}.keep; do sleep 0.05; done; exec node keep.mjs`;
    return text
      .replaceAll('dcr.nexqloud.io/acme', `${this.#sandbox.host}/acme`)
      .replaceAll('https://issuer.acme.example', `http://${this.#issuer.host}`)
      .replace('namespaces: [web, api]', `namespaces: [${NAMESPACES.join(', ')}]`)
      .replace('[node, keep.mjs]', `[sh, -c, '${hold}']`)
      .replace('        policy:', `          - { type: exec, command: [sh, -c, '${wait}'] }\n        policy:`)
      .replaceAll('grace: 15m', 'grace: 1ms');
  }

  async #apply(input: string): Promise<void> {
    const { exitCode, output } = await this.server.kubectl(['apply', '-f', '-'], { input });
    if (exitCode !== 0) throw new Error(output);
  }

  async #store(namespace: string): Promise<void> {
    const { username, password } = this.#old;
    const own = { [`${this.#sandbox.host}/acme`]: { auth: encode(`${username}:${password}`) } };
    const auths = { 'ghcr.io': { auth: 'eDp5' }, ...own };
    const path = `/api/v1/namespaces/${namespace}/secrets`;
    await this.server.ask('DELETE', `${path}/dcr-credentials`);
    await this.server.call('POST', path, {
      metadata: { name: 'dcr-credentials' },
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': encode(JSON.stringify({ auths })) },
    });
  }

  /** A pod of this Job; of an Indexed one with `index`. */
  start(job: string, { index, ...options }: Partial<PodOptions> & { readonly index?: number } = {}): Promise<Pod> {
    const manifest = this.#manifests.find(({ kind, metadata }) => kind === 'Job' && metadata.name === job);
    if (manifest === undefined) throw new Error(`there is no Job ${job}`);
    this.#pods += 1;
    const name = index === undefined ? `${job}-${this.#pods}` : `${job}-${index}-${this.#pods}`;
    const env = { ...(index === undefined ? {} : { JOB_COMPLETION_INDEX: String(index) }), ...options.env };
    return startPod(this.server, manifest, { name, state: this.volume, ...options, env });
  }

  async run(...call: Parameters<Fleet['start']>): Promise<Awaited<Pod['ended']>> {
    return (await this.start(...call)).ended;
  }

  countRequests(): { readonly issued: number; readonly retired: number } {
    const count = (method: string) => this.#issuer.requests().filter((line) => line.startsWith(method)).length;
    return { issued: count('POST'), retired: count('DELETE') };
  }

  /** The credential of the last answer that was lost, as soon as there is one. */
  async waitForUnheard(): Promise<Pair> {
    const text = await waitUntil(() => this.#unheard.pop(), { what: 'an answer was lost', deadlineMs: 20_000 });
    return JSON.parse(text) as Pair;
  }

  nameLease(index: number): string {
    const credential = { name: 'production', registry: `${this.#sandbox.host}/acme` };
    return nameLease(credential, { index: index + 1, count: 3 });
  }

  async readHolder(index: number): Promise<string> {
    const { spec } = await this.server.call('GET', `${LEASES}/${this.nameLease(index)}`);
    return (spec as { holderIdentity: string }).holderIdentity;
  }

  /** Left behind by a pod that is gone. */
  async leaveLease(index: number, leaseDurationSeconds: number): Promise<void> {
    const spec = {
      holderIdentity: 'dead-pod',
      leaseDurationSeconds,
      renewTime: '2020-01-01T00:00:00.000000Z',
      leaseTransitions: 1,
    };
    await this.server.call('POST', LEASES, { metadata: { name: this.nameLease(index) }, spec });
  }

  /** What is given is put where dcr-issue would put it. */
  async give(): Promise<void> {
    const { username, password } = this.#sandbox.rotate('acme', { grace: true });
    const body = { data: { username: encode(username), password: encode(password) } };
    await this.server.ask('PATCH', `${OURS}/dcr-new`, { body, type: 'application/merge-patch+json' });
  }

  async readNew(): Promise<Pair> {
    const { data } = await this.server.call('GET', `${OURS}/dcr-new`);
    const { username, password } = data as Pair;
    return { username: decode(username), password: decode(password) };
  }

  /** Waits until the journal of this shard has so many lines. */
  async waitForLines(index: number, count: number, kind = ''): Promise<void> {
    const read = () =>
      this.#listVolume(`shard-${index + 1}-of-3.jsonl`)
        .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
        .filter((line) => line.includes(`"entry":"${kind}`)).length;
    await waitUntil(() => read() >= count, {
      what: `shard ${index} has written ${count} lines`,
      deadlineMs: 30_000,
      intervalMs: 1,
    });
  }

  async waitForGate(): Promise<void> {
    await waitUntil(() => existsSync(`${this.#gate}.reached`), { what: 'the gate is reached', deadlineMs: 20_000 });
  }

  /** What was issued is not kept for the shards until it is released. */
  holdIssued(): void {
    rmSync(`${this.#gate}.keep`);
  }

  async waitForIssued(): Promise<void> {
    await waitUntil(() => existsSync(`${this.#gate}.issued`), { what: 'it was issued', deadlineMs: 20_000 });
  }

  releaseIssued(): void {
    writeFileSync(`${this.#gate}.keep`, '');
  }

  openGate(): void {
    writeFileSync(`${this.#gate}.open`, '');
  }

  /** Half a minute, in the life of a Lease and of a lock's file: what its holder asked for has passed. */
  async letTimePass(index: number | 'issue'): Promise<void> {
    const body = { spec: { leaseDurationSeconds: 1 } };
    const issue = { name: 'production-issue', registry: `${this.#sandbox.host}/acme` };
    const path = `${LEASES}/${index === 'issue' ? nameLease(issue, undefined) : this.nameLease(index)}`;
    await this.server.ask('PATCH', path, { body, type: 'application/merge-patch+json' });
    for (const file of this.#listVolume('.dcr-lock')) utimesSync(file, 1, 1);
  }

  #listVolume(end: string): readonly string[] {
    const names = readdirSync(this.volume, { recursive: true }) as string[];
    return names.filter((name) => name.endsWith(end)).map((name) => join(this.volume, name));
  }

  /** What each namespace holds, as `username:password`; throws where an entry beside ours is gone. */
  async readHeld(): Promise<readonly string[]> {
    return Promise.all(
      NAMESPACES.map(async (namespace) => {
        const { data } = await this.server.call('GET', `/api/v1/namespaces/${namespace}/secrets/dcr-credentials`);
        const text = decode((data as Record<string, string>)['.dockerconfigjson'] ?? '');
        const { auths } = JSON.parse(text) as { auths: Record<string, { auth: string }> };
        if (auths['ghcr.io']?.auth !== 'eDp5') throw new Error(`${namespace} lost an entry`);
        return decode(auths[`${this.#sandbox.host}/acme`]?.auth ?? '');
      }),
    );
  }

  listAlive(): readonly Pair[] {
    return this.#sandbox.registries[0]?.credentials ?? [];
  }

  isAlive({ username, password }: Pair): boolean {
    return this.listAlive().some((one) => one.username === username && one.password === password);
  }

  /** Where the shared volume holds a secret. */
  scanVolume(pairs: readonly Pair[]): readonly CanaryHit[] {
    return scanDirectory(
      this.volume,
      pairs.map(({ username, password }) => ({ name: username, username, value: password })),
    );
  }
}

function readExample(name: string): string {
  return readFileSync(`examples/kubernetes/${name}`, 'utf8');
}
