import type { YamlScalar } from './yaml-text.ts';

/** Names of keys under which people put the value itself. `tokenEnv` and its like name a variable instead. */
const SECRET_KEY = /(?:passw(?:or)?d|passphrase|secret|token|api[-_]?key|private[-_]?key|credential)s?$/iu;
/** How tokens of the platforms that a rotation writes to begin. */
const SECRET_VALUE =
  /^(?:gh[pousr]_|github_pat_|glpat-|gldt-|glcbt-|hv[sb]\.|dckr_pat_|eyJ[\w-]+\.[\w-]+\.)|-----BEGIN [A-Z ]*PRIVATE KEY-----/u;
const SECRET_ARGUMENT = /^--?(?:\w+[-_])?(?:passw(?:or)?d|secret|token|api[-_]?key)=./iu;
const USER_INFORMATION = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/iu;

/**
 * Why a value looks like a secret: a rotation file is committed, so it names where secrets come from and never holds one.
 * Undefined for what is none. The value is never repeated.
 */
export function refuseSecret({ path, value }: YamlScalar): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const names = path.filter((part) => typeof part === 'string');
  const key = names.at(-1) ?? '';
  // Under `names:` stand the names of variables, secrets and keys, not their values.
  if (SECRET_KEY.test(key) && names.at(-2) !== 'names')
    return `${key} holds a secret; the file is for everybody to read: name a variable (tokenEnv) or let an issuer give it`;
  if (USER_INFORMATION.test(value)) return `${key} carries user information in its address; take it out`;
  if (SECRET_VALUE.test(value)) return `${key} holds what looks like a token or key; take it out and renew it`;
  if (SECRET_ARGUMENT.test(value)) return `${key} passes a secret as an argument, which every process can read`;
  return undefined;
}
