import { Secret } from '../../../../packages/core/lib/credential/secret.js';
import { DcrError } from '../../../../packages/core/lib/errors.js';
import type { Issuer } from '../../../../packages/core/lib/issuers/issuer.js';
import type { FileEffect, Files } from '../../../../packages/core/lib/ports/files.js';
import type { Ports } from '../../../../packages/core/lib/ports/index.js';
import { rotateJobs } from '../../../../packages/core/lib/rotation/rotate.js';
import type { RotateRequest } from '../../../../packages/core/lib/rotation/orders.js';
import type { RotationReport } from '../../../../packages/core/lib/rotation/report.js';
import type { Job } from '../../../../packages/core/lib/rotation/run.js';
import type { Target } from '../../../../packages/core/lib/targets/target.js';

export const REGISTRY = 'dcr.nexqloud.io/acme';
export const OLD = { username: 'ci-old', password: 'old-c4nary-password' };

export interface Pair {
  readonly username: string;
  readonly password: string;
}

/** The process ended here; nothing of it happens any more. */
export class Death extends Error {
  override readonly name = 'Death';
}

export interface UniverseOptions {
  readonly targets: number;
  /** `minting`: another credential each time, the older ones live on; `keeping`: the same value until it changes. */
  readonly issuer?: 'minting' | 'keeping' | 'none';
  readonly retires?: boolean;
  readonly grace?: number;
  /** Of every second target, so that there are targets that cannot be read. */
  readonly writeOnly?: boolean;
}

/**
 * A world in memory: a registry that knows which credentials live, places that store one, an issuer, a disk and a clock.
 * Everything that a run does to it is counted, and a run may be ordered to die at any of these moments. What the world
 * holds survives; the process does not.
 */
export class Universe {
  readonly valid = new Set<string>([key(OLD)]);
  readonly places = new Map<string, Pair | undefined>();
  readonly retired: string[] = [];
  readonly issued: Pair[] = [];
  /** What must never be the case. */
  readonly violations: string[] = [];
  readonly disk = new Map<string, string>();
  readonly writes: string[] = [];
  readonly log: string[] = [];
  readonly options: UniverseOptions;
  now = 1_700_000_000_000;
  moments = 0;
  dieAt = Number.POSITIVE_INFINITY;
  dead = false;
  /** What a write of this target does this time. */
  fault: (id: string) => 'refuses' | 'lies' | undefined = () => undefined;
  inspection: (id: string) => DcrError | undefined = () => undefined;
  /** Bytes that the disk still takes. */
  room = Number.POSITIVE_INFINITY;
  kept: Pair | undefined;
  /** What a process runs. */
  work = (): Job => this.job();
  /** Milliseconds after which the registry knows what was issued. */
  lag = 0;
  #known = 0;
  readonly #locks = new Set<string>();

  constructor(options: UniverseOptions) {
    this.options = options;
    for (let index = 0; index < options.targets; index += 1) this.places.set(`place ${index}`, OLD);
  }

  /** A new process in this world. */
  async rotate(request: RotateRequest = {}, variables: Readonly<Record<string, string>> = {}): Promise<RotationReport> {
    return rotateJobs(
      [this.work()],
      { request: { stateDir: '/state', ...request }, dryRun: false },
      this.ports(variables),
    );
  }

  async plan(request: RotateRequest = {}, variables: Readonly<Record<string, string>> = {}) {
    const order = { request: { stateDir: '/state', ...request }, dryRun: true };
    const report = await rotateJobs([this.job()], order, this.ports(variables));
    if (report.plan === undefined) throw new Error('a dry run has a plan');
    return report.plan;
  }

  /** As `rotate`, in a process that dies at this moment, if it lives that long. Whether it died. */
  async dieDuring(moment: number, request: RotateRequest = {}, variables = {}): Promise<boolean> {
    this.moments = 0;
    this.dieAt = moment;
    try {
      await this.rotate(request, variables);
      return this.dead;
    } catch (error) {
      if (!this.dead) throw error;
      return true;
    } finally {
      this.dieAt = Number.POSITIVE_INFINITY;
      this.dead = false;
      this.#locks.clear();
    }
  }

  holders(pair: Pair | undefined): number {
    return [...this.places.values()].filter(
      (held) => held !== undefined && pair !== undefined && key(held) === key(pair),
    ).length;
  }

  get last(): Pair | undefined {
    return this.issued.at(-1);
  }

  job(): Job {
    const { grace = 0, issuer = 'minting' } = this.options;
    const settings = {
      name: 'production',
      registry: REGISTRY,
      issuer:
        issuer === 'none' ? { type: 'console' as const } : { type: 'http' as const, url: 'https://issuer.example' },
      targets: [],
      grace,
      maxAge: null,
      path: [],
    };
    const targets = [...this.places.keys()].map((id, index) => this.#target(id, index));
    return {
      settings,
      targets,
      issuer: issuer === 'none' ? undefined : this.#issuer(),
      directory: '/state/rotations/production',
    };
  }

  ports(variables: Readonly<Record<string, string>>): Ports {
    return {
      clock: {
        now: () => this.now,
        random: () => 0.5,
        sleep: async (ms, signal) => {
          await Promise.resolve();
          this.#tick('sleep');
          if (signal?.aborted !== true) this.now += ms;
        },
      },
      clusters: { isInside: () => false, open: () => Promise.reject(new Error('there is no cluster here')) },
      environment: { variables, platform: 'linux', home: '/home', workingDirectory: '/work', host: 'here', uid: 0 },
      files: this.#files(),
      http: {
        request: async (request) => this.#answer(request.headers['authorization']),
        speaksTls: async () => true,
        inspect: () => Promise.reject(new Error('nobody inspects here')),
      },
      processes: {
        find: () => undefined,
        start: () => {
          throw new Error('no processes here');
        },
        identify: () => ({ pid: 1 }),
      },
    };
  }

  #tick(what: string): void {
    if (this.dead) throw new Death(what);
    this.moments += 1;
    if (this.moments !== this.dieAt) return;
    this.dead = true;
    throw new Death(what);
  }

  /** Two moments to die at: before it took effect, and after. */
  #happen<T>(what: string, change: () => T): T {
    this.#tick(`before ${what}`);
    const result = change();
    this.#check();
    this.#tick(`after ${what}`);
    return result;
  }

  #check(): void {
    for (const [id, held] of this.places)
      if (held === undefined || !this.valid.has(key(held))) this.violations.push(`${id} holds what opens nothing`);
  }

  #target(id: string, index: number): Target {
    const readable = this.options.writeOnly !== true || index % 2 === 0;
    const kind = readable ? 'read-back' : 'metadata';
    return {
      id,
      type: 'vault-kv',
      writes: [id],
      api: `api-${index % 3}`,
      inspect: async () => {
        await Promise.resolve();
        this.#tick(`inspect ${id}`);
        const refusal = this.inspection(id);
        if (refusal !== undefined) throw refusal;
        const held = this.places.get(id);
        const stored =
          held === undefined ? undefined : { username: held.username, password: new Secret(held.password) };
        return {
          stored: readable ? stored : undefined,
          exists: held !== undefined,
          version: String(this.writes.filter((one) => one === id).length),
          since: null,
          unknown: [],
        };
      },
      write: async ({ username, password }) => {
        await Promise.resolve();
        const fault = this.fault(id);
        if (fault === 'refuses')
          throw new DcrError('DCR_TARGET_REFUSED', { message: `${id} said no to ${password.reveal()}` });
        this.#happen(`write ${id}`, () => {
          this.writes.push(id);
          if (fault !== 'lies') this.places.set(id, { username, password: password.reveal() });
        });
      },
      check: async ({ username, password }) => {
        await Promise.resolve();
        this.#tick(`check ${id}`);
        const held = this.places.get(id);
        return { kind, holds: held !== undefined && key(held) === key({ username, password: password.reveal() }) };
      },
    };
  }

  #issuer(): Issuer {
    const { retires = true, issuer } = this.options;
    const issue: Issuer['issue'] = async () => {
      await Promise.resolve();
      return this.#happen('issue', () => {
        const count = this.issued.length + 1;
        const fresh = { username: `ci-${count}`, password: `minted-c4nary-${count}` };
        const pair = issuer === 'keeping' ? (this.kept ??= fresh) : fresh;
        if (pair === fresh) this.issued.push(pair);
        this.valid.add(key(pair));
        this.#known = this.now + this.lag;
        return { username: pair.username, password: new Secret(pair.password) };
      });
    };
    if (!retires) return { issue };
    return {
      issue,
      retire: async ({ username }) => {
        await Promise.resolve();
        this.#happen(`retire ${username}`, () => {
          if (new Set([...this.places.values()].map((pair) => (pair === undefined ? '' : key(pair)))).size !== 1)
            this.violations.push(`${username} was retired too early`);
          this.retired.push(username);
          for (const pair of this.valid) if (pair.startsWith(`${username}:`)) this.valid.delete(pair);
        });
      },
    };
  }

  async #answer(authorization: string | undefined) {
    await Promise.resolve();
    this.#tick('registry');
    const pair = Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    const isLate = this.now < this.#known && this.last !== undefined && pair === key(this.last);
    const right = authorization !== undefined && this.valid.has(pair) && !isLate;
    return {
      status: right ? 200 : 401,
      headers: right ? {} : { 'www-authenticate': ['Basic realm="fake"'] },
      body: right ? '{"repositories":["api"]}' : '{"errors":[{"code":"UNAUTHORIZED"}]}',
      truncated: false,
    };
  }

  #files(): Files {
    const take = (text: string): void => {
      if (text.length <= this.room) {
        this.room -= text.length;
        return;
      }
      throw new DcrError('DCR_STORE_FAILED', { message: 'ENOSPC: no space left on device, write' });
    };
    return {
      inspect: async (path) => {
        if (this.dead) throw new Death('inspect');
        const text = this.disk.get(path);
        if (text !== undefined) return { kind: 'file', mode: 0o600, uid: 0, text };
        const names = [...this.disk.keys()]
          .filter((name) => name.startsWith(`${path}/`))
          .map((name) => name.slice(path.length + 1).split('/')[0] ?? '');
        return names.length === 0
          ? { kind: 'missing' }
          : { kind: 'directory', mode: 0o700, uid: 0, names: [...new Set(names)].toSorted(), real: path };
      },
      apply: async (effect: FileEffect) => {
        if (effect.do === 'make-directory') return;
        if (effect.do === 'remove') {
          this.#happen(`remove ${effect.path}`, () => this.disk.delete(effect.path));
          return;
        }
        if (effect.do !== 'append') throw new Error(`nobody does ${effect.do} here`);
        const before = this.disk.get(effect.path) ?? '';
        this.#tick(`before append ${effect.text}`);
        const half = effect.text.slice(0, effect.text.length / 2);
        this.disk.set(effect.path, before + half);
        take(effect.text);
        this.#tick(`torn append ${effect.text}`);
        this.disk.set(effect.path, before + effect.text);
        this.#tick(`after append ${effect.text}`);
      },
      lock: async (path, _deadline, work) => {
        if (this.#locks.has(path)) throw new DcrError('DCR_LOCKED', { message: `${path} is locked` });
        this.#locks.add(path);
        try {
          return await work();
        } finally {
          this.#locks.delete(path);
        }
      },
    };
  }
}

function key({ username, password }: Pair): string {
  return `${username}:${password}`;
}
