/** One challenge of a `WWW-Authenticate` field (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1). */
export interface Challenge {
  /** Lower case. */
  readonly scheme: string;
  /** Names in lower case, values unquoted. */
  readonly parameters: Readonly<Record<string, string>>;
}

export type RegistryScheme = 'basic' | 'bearer';

/** A challenge that a registry client can answer. */
export type RegistryChallenge = Challenge & { readonly scheme: RegistryScheme };

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;
const ITEM = new RegExp(String.raw`(?:[^,"]|${QUOTED})+|(?<rubbish>")`, 'gu');
const PARAMETER = new RegExp(String.raw`^(${TOKEN})\s*=\s*(${TOKEN}|${QUOTED})$`, 'u');
const OPENING = new RegExp(String.raw`^(${TOKEN})(?:\s+(.+))?$`, 'u');
const TOKEN68 = /^[A-Za-z0-9._~+/-]+=*$/u;

/** Every intact challenge of one or several field values. */
export function parseChallenges(values: readonly string[]): readonly Challenge[] {
  return values.flatMap((value) => parseValue(value));
}

/** The first challenge that can be answered; others (Negotiate, …) are passed over. */
export function pickChallenge(challenges: readonly Challenge[]): RegistryChallenge | undefined {
  return challenges.find((challenge): challenge is RegistryChallenge => {
    return challenge.scheme === 'basic' || (challenge.scheme === 'bearer' && Boolean(challenge.parameters['realm']));
  });
}

/**
 * Parsing ends at the first malformed item, and the challenge it stands in does not count either: half a realm, or
 * one of two, must never receive a credential.
 */
function parseValue(value: string): Challenge[] {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = [];
  for (const match of value.matchAll(ITEM)) {
    const item = match[0].trim();
    if (item === '') continue;
    const parameter = PARAMETER.exec(item);
    const opening = parameter === null ? OPENING.exec(item) : null;
    if (opening !== null) challenges.push({ scheme: (opening[1] ?? '').toLowerCase(), parameters: {} });
    const rest = parameter === null ? opening?.[2] : item;
    const current = challenges.at(-1);
    const intact = match.groups?.['rubbish'] === undefined && (parameter !== null || opening !== null);
    if (current === undefined || !intact || !addParameter(current.parameters, rest)) {
      challenges.pop();
      break;
    }
  }
  return challenges;
}

/** False when `text` is neither a new parameter nor the single opaque word that some schemes carry instead. */
function addParameter(parameters: Record<string, string>, text: string | undefined): boolean {
  if (text === undefined) return true;
  const [, name, content] = PARAMETER.exec(text) ?? [];
  if (name === undefined || content === undefined) return TOKEN68.test(text);
  const key = name.toLowerCase();
  if (Object.hasOwn(parameters, key)) return false;
  parameters[key] = content.startsWith('"') ? content.slice(1, -1).replace(/\\(.)/gu, '$1') : content;
  return true;
}
