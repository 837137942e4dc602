import { quoteForeignText } from '../../credential/masking.ts';
import { DcrError } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { isObject } from './config-file.ts';

/** What a credential helper keeps for one host. */
export interface HelperCredential {
  readonly username: string;
  readonly secret: string;
}

export interface Helper {
  /** Suffix of `docker-credential-<name>`. */
  readonly name: string;
  /** The host, as docker would hand it over. */
  readonly key: string;
  readonly env: Readonly<Record<string, string>>;
  readonly forms: readonly string[];
  readonly signal: AbortSignal;
  readonly processes: Ports['processes'];
}

/** The exact words of "nothing is stored": https://github.com/docker/docker-credential-helpers#development */
const NOT_FOUND = /credentials not found/u;

/** Throws `DCR_STORE_FAILED` in the helper's own words. */
export async function getFromHelper(helper: Helper): Promise<HelperCredential | undefined> {
  const { status, stdout, stderr } = await runHelper(helper, 'get', helper.key);
  if (status !== 0) {
    if (NOT_FOUND.test(stdout) || NOT_FOUND.test(stderr)) return undefined;
    throw failed(helper, 'get', stdout || stderr);
  }
  const answer = parseAnswer(stdout);
  if (answer === undefined) throw failed(helper, 'get', 'its answer is not the JSON of the helper protocol');
  // An uninitialised pass store answers success with empty fields.
  return answer.username === '' && answer.secret === '' ? undefined : answer;
}

/**
 * Stores instead of what is there. Of two users of one host, `pass` keeps both and answers with either one, so that
 * another's entry is erased; not before it is known that the helper stores at all.
 * Throws `DCR_STORE_FAILED` in the helper's own words.
 */
export async function putToHelper(helper: Helper, credential: HelperCredential): Promise<void> {
  const present = await getFromHelper(helper);
  await storeInHelper(helper, credential);
  if (present === undefined || present.username === credential.username) return;
  await eraseFromHelper(helper);
  await storeInHelper(helper, credential);
}

async function storeInHelper(helper: Helper, credential: HelperCredential): Promise<void> {
  const { username: Username, secret: Secret } = credential;
  const request = JSON.stringify({ ServerURL: helper.key, Username, Secret });
  const { status, stdout, stderr } = await runHelper(helper, 'store', request);
  if (status !== 0) throw failed(helper, 'store', stdout || stderr);
}

/** What is gone already is success. Throws `DCR_STORE_FAILED`. */
export async function eraseFromHelper(helper: Helper): Promise<void> {
  const { status, stdout, stderr } = await runHelper(helper, 'erase', helper.key);
  if (status !== 0 && !NOT_FOUND.test(stdout) && !NOT_FOUND.test(stderr))
    throw failed(helper, 'erase', stdout || stderr);
}

async function runHelper(
  helper: Helper,
  verb: string,
  stdin: string,
): ReturnType<ReturnType<Ports['processes']['start']>['finish']> {
  const { processes, env, signal } = helper;
  const file = processes.find(`docker-credential-${helper.name}`);
  if (file === undefined) throw failed(helper, verb, 'it is configured but not on PATH');
  return processes.start({ file, args: [verb], env, signal }).finish(stdin);
}

function failed({ name, key, forms }: Helper, verb: string, printed: string): DcrError {
  // A helper that fails after it has printed its answer: no form of that secret is known here.
  const words =
    verb === 'get' && /"?Secret"?\s*:/iu.test(printed)
      ? 'what it printed may hold a secret, and is not repeated'
      : printed;
  return new DcrError('DCR_STORE_FAILED', {
    message: `credential helper docker-credential-${name} failed to ${verb} ${key}: "${quoteForeignText(words, forms)}"`,
    remedy: `Repair docker-credential-${name}, remove it from credsStore and credHelpers, or log in with --isolate. Nothing was stored in plain text instead.`,
  });
}

function parseAnswer(stdout: string): HelperCredential | undefined {
  try {
    const value: unknown = JSON.parse(stdout);
    if (!isObject(value) || typeof value['Username'] !== 'string' || typeof value['Secret'] !== 'string')
      return undefined;
    return { username: value['Username'], secret: value['Secret'] };
  } catch {
    return undefined;
  }
}
