import { TOKEN } from './attack.ts';
import type { Answer, Asked, Behaviour, Places } from './attack.ts';

type Part = Behaviour | Answer;

interface Parts {
  /** What a stranger gets from the registry. */
  readonly stranger: Part;
  /** What whoever comes with an Authorization field gets; default: what a good registry answers. */
  readonly known?: Part;
  /** `/token` on either origin; default: a token for whoever comes with the credential. */
  readonly token?: Part;
  /** Everything else on the second origin; default: a thief who plays the good registry. */
  readonly other?: Part;
}

/** A registry that is good except for the parts that are given. */
export function serve({ stranger, known = welcome, token = giveToken, other = welcome }: Parts): Behaviour {
  return (asked, places) => {
    const part =
      asked.path === '/token'
        ? token
        : asked.server === 'other'
          ? other
          : asked.authorization === undefined
            ? stranger
            : known;
    return typeof part === 'function' ? part(asked, places) : part;
  };
}

/** 401 with these challenges; `$port`, `$other` and `$plain` stand for the ports of registry and second origin. */
export function challenge(...fields: readonly string[]): Behaviour {
  return (_asked, places) => ({
    status: 401,
    headers: { 'www-authenticate': fields.map((field) => fillIn(field, places)), 'content-type': 'application/json' },
    body: oci('UNAUTHORIZED', 'authentication required'),
  });
}

/** A bearer challenge with this realm. */
export function realm(url: string): Behaviour {
  return challenge(`Bearer realm="${url}",service="registry"`);
}

export function redirect(status: number, location: string): Behaviour {
  return (_asked, places) => ({ status, headers: { location: fillIn(location, places) } });
}

export function fillIn(text: string, { registry, registryPort, otherPort, otherPlainPort }: Places): string {
  return text
    .replaceAll('$registry', registry)
    .replaceAll('$port', String(registryPort))
    .replaceAll('$other', String(otherPort))
    .replaceAll('$plain', String(otherPlainPort));
}

export function oci(code: string, message: string): string {
  return JSON.stringify({ errors: [{ code, message, detail: null }] });
}

export function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export const BASIC = challenge('Basic realm="registry"');
export const BEARER = realm('https://$registry/token');

/** What a good registry answers to somebody that it knows. */
export function welcome({ method, path }: Asked): Answer {
  if (method === 'POST') return { status: 202, headers: { location: `${path}upload-1` } };
  if (method === 'DELETE') return { status: 204 };
  if (path.endsWith('/_catalog')) return json(200, { repositories: ['api'] });
  if (path.endsWith('/tags/list')) return json(200, { name: 'acme/api', tags: ['latest'] });
  return json(200, {});
}

function giveToken({ authorization }: Asked): Answer {
  if (authorization === undefined) return { status: 401, body: oci('UNAUTHORIZED', 'authentication required') };
  return json(200, { token: TOKEN, access_token: TOKEN, expires_in: 300 });
}
