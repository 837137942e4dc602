import { answerJson } from './answers.ts';
import type { Answer } from './answers.ts';
import { readAuthorization } from './caller.ts';
import { equalSecrets } from './credentials.ts';
import { RegistryError } from './errors.ts';
import type { Backend, Exchange } from './exchange.ts';

/** Whether the caller holds the administrator's token. */
export function isAdministrator(backend: Backend, exchange: Exchange): boolean {
  const { scheme, value } = readAuthorization(exchange.request.headers.authorization);
  return scheme === 'bearer' && equalSecrets(value, backend.settings.adminToken);
}

/** Issues a credential of a fresh username; those before it live on until they are deleted. */
export function createCredential(backend: Backend, exchange: Exchange, registry: string): Answer {
  checkAdministrator(backend, exchange, registry);
  const { username, password } = backend.book.rotate(registry, { grace: true });
  return answerJson(200, { version: 1, username, password }, { 'Cache-Control': 'no-store' });
}

export function deleteCredential(
  backend: Backend,
  exchange: Exchange,
  old: { readonly registry: string; readonly username: string },
): Answer {
  checkAdministrator(backend, exchange, old.registry);
  if (backend.book.retire(old.registry, old.username) > 0) return { status: 204 };
  throw new RegistryError('NAME_UNKNOWN', 'this registry has no live credential of that username');
}

function checkAdministrator(backend: Backend, exchange: Exchange, registry: string): void {
  if (!isAdministrator(backend, exchange)) {
    throw new RegistryError('UNAUTHORIZED', 'this needs the token of the sandbox’s administrator', {
      headers: { 'WWW-Authenticate': 'Bearer realm="DCR sandbox administration"' },
    });
  }
  if (!backend.settings.registries.has(registry)) throw new RegistryError('NAME_UNKNOWN', 'there is no such registry');
}
