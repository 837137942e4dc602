import type { Environment } from '../ports/environment.ts';
import { quoteForeignText } from '../credential/masking.ts';
import type { ChildContext } from './clients.ts';
import type { DoctorFinding } from './finding.ts';
import { fail, info, ok, warn } from './finding.ts';
import type { StoredFile } from './stored-file.ts';

/** The credential helper that docker keeps this host's login in. */
export interface HelperFact {
  /** Suffix of `docker-credential-<name>`. */
  readonly name: string;
  /** `detected`: docker takes it by itself, because the configuration is empty. */
  readonly why: 'credHelpers' | 'credsStore' | 'detected';
  readonly found: boolean;
  /** In its own words. */
  readonly failure: string | undefined;
}

interface HelperChoice {
  readonly name: string;
  readonly why: HelperFact['why'];
}

/** Docker looks for one by itself only when the configuration has no `auths`, no store and no helper. */
export function chooseHelper(
  file: StoredFile,
  {
    key,
    platform,
    has,
  }: { key: string | undefined; platform: Environment['platform']; has: (program: string) => boolean },
): HelperChoice | undefined {
  const own = key === undefined ? undefined : file.helpers[key];
  if (own !== undefined) return { name: own, why: 'credHelpers' };
  if (file.store !== undefined) return { name: file.store, why: 'credsStore' };
  const used = file.entries.length > 0 || Object.keys(file.helpers).length > 0;
  if (used || file.state === 'broken' || !has('docker')) return undefined;
  const name = detectHelper(platform, has);
  return has(`docker-credential-${name}`) ? { name, why: 'detected' } : undefined;
}

/** Source: cli/config/credentials/default_store_*.go */
function detectHelper(platform: Environment['platform'], has: (program: string) => boolean): string {
  if (platform === 'darwin') return 'osxkeychain';
  if (platform === 'win32') return 'wincred';
  return has('pass') ? 'pass' : 'secretservice';
}

/** Asks the helper for its list, which holds no secret and asks nobody for a passphrase. */
export async function askHelper({ name, why }: HelperChoice, context: ChildContext): Promise<HelperFact> {
  const file = context.processes.find(`docker-credential-${name}`);
  if (file === undefined) return { name, why, found: false, failure: undefined };
  const failure = (await runQuietly(file, 'list', context)) ?? (name === 'pass' ? await askPass(context) : undefined);
  return { name, why, found: true, failure };
}

/** An uninitialised store has an empty list, and fails only when something is to be stored. */
async function askPass(context: ChildContext): Promise<string | undefined> {
  const pass = context.processes.find('pass');
  return pass === undefined ? 'pass is not on PATH' : runQuietly(pass, 'ls', context);
}

async function runQuietly(
  file: string,
  verb: string,
  { processes, env, signal, forms }: ChildContext,
): Promise<string | undefined> {
  const { status, stdout, stderr } = await processes.start({ file, args: [verb], env, signal }).finish('unused');
  if (status === 0) return undefined;
  return quoteForeignText(stderr.trim() || stdout, forms) || `it ended with ${status ?? 'a signal'} and said nothing`;
}

/** Docker looks into the file only where the helper that it is told to ask does not answer. */
export function isKept(helper: HelperFact | undefined): helper is HelperFact {
  return helper !== undefined && helper.why !== 'detected' && helper.found && helper.failure === undefined;
}

export function judgeHelper(helper: HelperFact | undefined, file: StoredFile): readonly DoctorFinding[] {
  // What docker makes of a file that it cannot read is told with the file.
  if (helper === undefined && (file.state === 'broken' || file.fault !== undefined)) return [];
  if (helper === undefined)
    return [ok('helper', 'no credential helper is involved: docker keeps this login in its file')];
  const program = `docker-credential-${helper.name}`;
  const { why, found, failure } = helper;
  if (why === 'detected') {
    const message = `${file.path} names no login, store or helper, so that docker login would take ${program} by itself`;
    return failure === undefined
      ? [info('helper', message)]
      : [
          warn('helper', `${message}, and that is broken: "${failure}"`, {
            code: 'DCR_STORE_FAILED',
            remedy: `Repair ${helper.name}, or log in by dcr-login, which keeps docker from looking for one.`,
          }),
        ];
  }
  const remedy = `Repair or install ${program}, or take it out of ${why} in ${file.path}; dcr-login login --isolate does without.`;
  if (!found)
    return [fail('helper', `${why} names ${program}, which is not on PATH`, { code: 'DCR_STORE_FAILED', remedy })];
  if (failure !== undefined)
    return [fail('helper', `${program}, from ${why}, is broken: "${failure}"`, { code: 'DCR_STORE_FAILED', remedy })];
  return [ok('helper', `docker keeps this login in ${program}, from ${why}, and it answers`)];
}
