import { DcrError } from '../../errors.ts';
import type { JsonObject } from './config-file.ts';
import { ENTRY_KEYS, findSpelt, isObject, spellEntry } from './config-file.ts';

/**
 * Why docker takes no login at all from the entries of a `config.json`: one value of another type than it expects, or one
 * `auth` that it cannot decode, and they are passed over with a warning. The helpers that the file names are asked all the
 * same. Undefined where all of it is usable.
 * Source: https://github.com/docker/cli/blob/master/cli/config/configfile/file.go, `LoadFromReader`
 */
export function findShapeFault(config: JsonObject): string | undefined {
  for (const [key, value] of Object.entries(config)) {
    const shape = SHAPES.find(({ keys }) => findSpelt(key, keys) !== undefined);
    // As it is spelt there: it may stand there twice.
    if (shape?.fits(value) === false) return `${key} is not ${shape.what}`;
  }
  const entries = Object.values(isObject(config['auths']) ? config['auths'] : {});
  const refused = entries.findIndex((entry) => isObject(entry) && !isUsableAuth(spellEntry(entry)['auth']));
  // The place and not the name: the report of doctor is shown to strangers.
  return refused < 0 ? undefined : `the auth of entry ${refused + 1} of auths is not user:password in base64`;
}

/** Throws `DCR_CONFIG_INVALID` for a file of whose entries docker would take none: one more would not be seen either. */
export function refuseUnusable(config: JsonObject, path: string): void {
  const fault = findShapeFault(config);
  if (fault === undefined) return;
  throw new DcrError('DCR_CONFIG_INVALID', {
    message: `docker takes no login from ${path} because ${fault}; it was left as it is`,
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
/** An object with these texts, their names in any case; what else is in it does not matter. */
const hasTexts =
  (names: readonly string[]): Fits =>
  (value) =>
    isNothing(value) ||
    (isObject(value) &&
      Object.entries(value).every(([key, part]) => isText(part) || findSpelt(key, names) === undefined));
const isList: Fits = (value) => isNothing(value) || (Array.isArray(value) && value.every((part) => isText(part)));

/** https://github.com/docker/cli/blob/v28.2.2/cli/config/configfile/file.go, `ConfigFile` and `ProxyConfig` */
const SHAPES: readonly { readonly keys: readonly string[]; readonly fits: Fits; readonly what: string }[] = [
  { keys: ['auths'], fits: isMapOf(hasTexts(ENTRY_KEYS)), what: 'an object of logins by host' },
  { keys: ['credHelpers'], fits: isMapOf(isText), what: 'an object of helper names by host' },
  { keys: ['credsStore'], fits: isText, what: 'the name of a helper' },
  {
    keys: ['proxies'],
    fits: isMapOf(hasTexts(['httpProxy', 'httpsProxy', 'noProxy', 'ftpProxy', 'allProxy'])),
    what: 'an object of proxies by daemon',
  },
  { keys: ['HttpHeaders', 'aliases', 'features'], fits: isMapOf(isText), what: 'an object of texts' },
  { keys: ['plugins'], fits: isMapOf(isMapOf(isText)), what: 'an object of objects of texts' },
  { keys: ['pruneFilters', 'cliPluginsExtraDirs'], fits: isList, what: 'a list of texts' },
  {
    keys: [
      'currentContext',
      'detachKeys',
      'psFormat',
      'imagesFormat',
      'networksFormat',
      'pluginsFormat',
      'volumesFormat',
      'statsFormat',
      'serviceInspectFormat',
      'servicesFormat',
      'tasksFormat',
      'secretFormat',
      'configFormat',
      'nodesFormat',
    ],
    fits: isText,
    what: 'a text',
  },
];

/** Go's `base64.StdEncoding` wants the padding and passes over line breaks; both halves must be there, the user not empty. */
function isUsableAuth(auth: unknown): boolean {
  if (typeof auth !== 'string' || auth === '') return true;
  const text = auth.replace(/[\r\n]/gu, '');
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(text)) return false;
  return Buffer.from(text, 'base64').indexOf(':') > 0;
}
