import { DcrError } from '../../errors.ts';
import type { JsonObject } from './config-file.ts';
import { isObject } from './config-file.ts';

/**
 * Why docker takes no login at all from a `config.json`: one value of another type than it expects, or one `auth` that it
 * cannot decode, and every entry of the file is passed over with a warning. Undefined where all of it is usable.
 * Source: https://github.com/docker/cli/blob/master/cli/config/configfile/file.go, `LoadFromReader`
 */
export function findShapeFault(config: JsonObject): string | undefined {
  const wrong = Object.entries(SHAPES).find(([key, { fits }]) => !fits(config[key]));
  if (wrong !== undefined) return `${wrong[0]} is not ${wrong[1].what}`;
  const entries = Object.values(isObject(config['auths']) ? config['auths'] : {});
  const refused = entries.findIndex((entry) => isObject(entry) && !isUsableAuth(entry['auth']));
  // The place and not the name: the report of doctor is shown to strangers.
  return refused < 0 ? undefined : `the auth of entry ${refused + 1} of auths is not user:password in base64`;
}

/** Throws `DCR_CONFIG_INVALID` for a file of which docker would take no login: one more in it would not be seen either. */
export function refuseUnusable(config: JsonObject, path: string): void {
  const fault = findShapeFault(config);
  if (fault === undefined) return;
  throw new DcrError('DCR_CONFIG_INVALID', {
    message: `docker refuses the whole of ${path} because ${fault}; it was left as it is`,
    remedy: 'Repair or remove that part of the file, then log in again.',
  });
}

type Fits = (value: unknown) => boolean;

/** A missing value and `null` are of every type. */
const isNothing: Fits = (value) => value === undefined || value === null;
const isText: Fits = (value) => isNothing(value) || typeof value === 'string';
const isMapOf =
  (fits: Fits): Fits =>
  (value) =>
    isNothing(value) || (isObject(value) && Object.values(value).every((part) => fits(part)));
const isEntry: Fits = (value) =>
  isMapOf(() => true)(value) && [...TEXTS].every((name) => isText(readField(value, name)));
/** Of an object with these texts; what else is in it does not matter, and neither does the case of their names. */
const hasTexts =
  (names: readonly string[]): Fits =>
  (value) =>
    isNothing(value) ||
    (isObject(value) &&
      Object.entries(value).every(([key, part]) => isText(part) || !names.includes(key.toLowerCase())));
const isProxy = hasTexts(['httpproxy', 'httpsproxy', 'noproxy', 'ftpproxy', 'allproxy']);

const TEXTS = ['auth', 'identitytoken', 'registrytoken', 'username', 'password'] as const;

/** Of what a person writes there by hand. */
const SHAPES: Readonly<Record<string, { readonly fits: Fits; readonly what: string }>> = {
  auths: { fits: isMapOf(isEntry), what: 'an object of logins by host' },
  credHelpers: { fits: isMapOf(isText), what: 'an object of helper names by host' },
  credsStore: { fits: isText, what: 'the name of a helper' },
  HttpHeaders: { fits: isMapOf(isText), what: 'an object of texts' },
  proxies: { fits: isMapOf(isProxy), what: 'an object of proxies by daemon' },
  currentContext: { fits: isText, what: 'the name of a context' },
};

function readField(entry: unknown, name: string): unknown {
  return isObject(entry) ? entry[name] : undefined;
}

/** Go's `base64.StdEncoding` wants the padding and passes over line breaks; both halves must be there, the user not empty. */
function isUsableAuth(auth: unknown): boolean {
  if (typeof auth !== 'string' || auth === '') return true;
  const text = auth.replace(/[\r\n]/gu, '');
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(text)) return false;
  return Buffer.from(text, 'base64').indexOf(':') > 0;
}
