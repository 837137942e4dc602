import type { IncomingMessage, ServerResponse } from 'node:http';
import { appendRecord } from './access-log.ts';
import type { AccessRecord } from './access-log.ts';
import { createCredential, deleteCredential, isAdministrator } from './admin.ts';
import { answerError, answerJson, sendAnswer } from './answers.ts';
import type { Answer } from './answers.ts';
import { decideAccess, findNeed, formatChallenge } from './authorize.ts';
import { serveBlob } from './blob-endpoint.ts';
import { identifyBasic, identifyToken, readAuthorization } from './caller.ts';
import type { Caller } from './caller.ts';
import { listRepositories, listTags } from './catalog.ts';
import { RegistryError } from './errors.ts';
import type { Backend, Exchange } from './exchange.ts';
import { serveManifest } from './manifest-endpoint.ts';
import { parseRoute } from './router.ts';
import type { Route } from './router.ts';
import { serveToken } from './token-endpoint.ts';
import { serveUpload, startUpload } from './upload-endpoint.ts';

/** Serves one request to its end. Rejects only where the client is gone and nobody can be told anything. */
export async function handleRequest(
  backend: Backend,
  log: AccessRecord[],
  [request, response]: readonly [IncomingMessage, ServerResponse],
): Promise<void> {
  const exchange = openExchange(request);
  const answer = await respond(backend, exchange).catch(answerError);
  if (response.destroyed) return;
  const { method, path, scheme, caller } = exchange;
  appendRecord(log, { method, path, status: answer.status, scheme }, caller);
  await sendAnswer(request, response, answer);
}

function openExchange(request: IncomingMessage): Exchange {
  const { method = '', url = '' } = request;
  const [path = ''] = url.split('?', 1);
  const query = new URLSearchParams(url.slice(path.length + 1));
  const { scheme } = readAuthorization(request.headers.authorization);
  return { request, method, path, query, scheme, caller: { kind: 'anonymous' } };
}

async function respond(backend: Backend, exchange: Exchange): Promise<Answer> {
  const route = parseRoute(exchange.method, exchange.path);
  switch (route.kind) {
    case 'token':
      if (backend.settings.scheme === 'basic')
        throw new RegistryError('UNSUPPORTED', 'no tokens here', { status: 404 });
      return await serveToken(backend, exchange);
    case 'credentials':
      exchange.caller = identifyAdministrator(backend, exchange);
      return createCredential(backend, exchange, route.registry);
    case 'credential':
      exchange.caller = identifyAdministrator(backend, exchange);
      return deleteCredential(backend, exchange, route);
    default:
      exchange.caller = identifyCaller(backend, exchange);
      checkAccess(backend, exchange, route);
      return await serveRoute(backend, exchange, route);
  }
}

async function serveRoute(
  backend: Backend,
  exchange: Exchange,
  route: Exclude<Route, { kind: 'token' | 'credential' | 'credentials' }>,
): Promise<Answer> {
  switch (route.kind) {
    case 'base':
      return answerJson(200, {});
    case 'catalog':
      return listRepositories(backend, exchange, route.registry);
    case 'tags':
      return listTags(backend, exchange, route.image);
    case 'manifest':
      return await serveManifest(backend, exchange, route);
    case 'blob':
      return serveBlob(backend, exchange, route.image, route.digest);
    case 'uploads':
      return await startUpload(backend, exchange, route.image);
    case 'upload':
      return await serveUpload(backend, exchange, route.image, route.id);
  }
}

/** A registry that wants tokens does not look at Basic; one that wants Basic refuses a token. */
function identifyCaller(backend: Backend, exchange: Exchange): Caller {
  const { book, tokens, settings } = backend;
  const { scheme, value } = readAuthorization(exchange.request.headers.authorization);
  if (scheme === 'basic' && settings.scheme === 'basic') return identifyBasic(book, value);
  if (scheme === 'bearer') return identifyToken({ book, tokens, text: value, now: settings.now() });
  return { kind: 'anonymous' };
}

function identifyAdministrator(backend: Backend, exchange: Exchange): Caller {
  if (isAdministrator(backend, exchange)) return { kind: 'token', credentials: [], grants: [] };
  return exchange.scheme === 'none' ? { kind: 'anonymous' } : { kind: 'rejected', reason: 'token' };
}

/** Throws `UNAUTHORIZED` with a challenge, `DENIED` or `NAME_UNKNOWN`. */
function checkAccess(backend: Backend, exchange: Exchange, route: Route): void {
  const need = findNeed(route, exchange.method, exchange.query);
  const verdict = decideAccess(exchange.caller, need, backend.settings);
  switch (verdict.kind) {
    case 'allow':
      return;
    case 'deny':
      throw new RegistryError('DENIED', verdict.message);
    case 'unknown-registry':
      throw new RegistryError('NAME_UNKNOWN', 'there is no such registry on this host');
    case 'challenge': {
      const { scheme } = backend.settings;
      const challenge = formatChallenge({ scheme, origin: findOrigin(backend, exchange), need, error: verdict.error });
      throw new RegistryError('UNAUTHORIZED', verdict.message, { headers: { 'WWW-Authenticate': challenge } });
    }
  }
}

/** The realm must be on the host that the client called, and that may be any name of the loopback, but nothing else. */
function findOrigin(backend: Backend, exchange: Exchange): string {
  const { localPort = 0 } = exchange.request.socket;
  const called = exchange.request.headers.host ?? '';
  const own = `${backend.settings.address === '::1' ? '[::1]' : backend.settings.address}:${localPort}`;
  const known = [own, `localhost:${localPort}`].includes(called);
  return `${backend.settings.tls ? 'https' : 'http'}://${known ? called : own}`;
}
