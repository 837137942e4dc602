import type { Api } from '../api/client.ts';
import { readObject, readObjects, readText } from '../api/json.ts';
import { refuseAnswer } from './api.ts';

/** Of one answer, which must stay below what is read of any answer; a list is read page after page. */
const PAGE = '100';

/**
 * Names of the namespaces that carry these labels, but for those that are on their way out.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
export async function listNamespaces(selector: string, api: Api, signal: AbortSignal): Promise<readonly string[]> {
  const found: string[] = [];
  let from: string | undefined;
  do {
    const query = { labelSelector: selector, limit: PAGE, ...(from === undefined ? {} : { continue: from }) };
    const answer = await api.ask({ method: 'GET', path: 'api/v1/namespaces', query, signal });
    // A list that was begun too long ago is begun anew.
    if (answer.status === 410 && from !== undefined) return listNamespaces(selector, api, signal);
    if (answer.status !== 200) throw refuseAnswer(answer, { verb: 'list', resource: 'namespaces' }, api);
    const { items, metadata } = readObject(answer, api);
    for (const { metadata: of, status } of readObjects(items) as readonly Listed[])
      if (of?.name !== undefined && status?.phase !== 'Terminating') found.push(of.name);
    from = readText((metadata as { readonly continue?: unknown } | undefined)?.continue) || undefined;
  } while (from !== undefined);
  return found;
}

interface Listed {
  readonly metadata?: { readonly name?: string };
  readonly status?: { readonly phase?: string };
}
