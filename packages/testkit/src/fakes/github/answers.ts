import type { FakeAnswer, FakeRequest } from '../server.ts';
import type { FakeSecret } from './state.ts';

const DOCUMENTATION = 'https://docs.github.com/rest';

export function refuse(status: number, message: string, headers: Readonly<Record<string, string>> = {}): FakeAnswer {
  return { status, headers, body: { message, documentation_url: DOCUMENTATION, status: String(status) } };
}

export const NOT_FOUND = refuse(404, 'Not Found');

/** What GitHub does when writes come too fast; without `retryAfter` it names no time. */
export function limitSecondary(retryAfter?: number, status: 403 | 429 = 403): FakeAnswer {
  const message =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.';
  return refuse(status, message, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
}

/** `reset` in seconds since the epoch. */
export function limitPrimary(reset: number): FakeAnswer {
  return refuse(403, 'API rate limit exceeded for user ID 1.', {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(reset),
  });
}

/** One page of a list, with the links to the others. */
export function listPage<T>(
  items: readonly T[],
  request: FakeRequest,
  { name, origin, path }: { readonly name: string; readonly origin: string; readonly path: string },
): FakeAnswer {
  const size = Math.min(100, Number(request.query.get('per_page') ?? 30));
  const page = Number(request.query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, relation: string): string =>
    `<${origin}${path}?per_page=${size}&page=${to}>; rel="${relation}"`;
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  const body = { total_count: items.length, [name]: items.slice((page - 1) * size, page * size) };
  return { status: 200, body, headers: links.length === 0 ? {} : { link: links.join(', ') } };
}

/** As a list tells it; never the value. */
export function describeSecret(name: string, secret: FakeSecret, repositoriesUrl?: string): object {
  const time = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/u, 'Z');
  const sharing = secret.visibility === undefined ? {} : { visibility: secret.visibility };
  const url =
    secret.visibility === 'selected' && repositoriesUrl !== undefined
      ? { selected_repositories_url: repositoriesUrl }
      : {};
  return { name, created_at: time(secret.createdAt), updated_at: time(secret.updatedAt), ...sharing, ...url };
}
