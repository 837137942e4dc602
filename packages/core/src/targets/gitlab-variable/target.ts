import { deriveMaskedForms } from '../../credential/masking.ts';
import { Secret } from '../../credential/secret.ts';
import { refuseTarget } from '../../api/failure.ts';
import type { Ports } from '../../ports/index.ts';
import { listNames, listValues } from '../names.ts';
import type { Target } from '../target.ts';
import { openGitlab } from './api.ts';
import type { GitlabVariableOptions } from './options.ts';
import { inspectPermission } from './permission.ts';
import { locateGitlabVariable } from './place.ts';
import type { GitlabWork, Variable } from './variable.ts';
import { createVariable, readVariable, updateVariable } from './variable.ts';

/** How often a variable that comes and goes under our hands is looked at again. */
const TRIES = 3;

/**
 * CI/CD variables of a project or group, of one environment scope. Everything but the value stays as it is; GitLab keeps
 * no time of the last write. Throws `DCR_CONFIG_INVALID`.
 */
export function createGitlabVariable(options: GitlabVariableOptions, ports: Ports): Target {
  const place = locateGitlabVariable(options);
  const { id, type, writes, api: host, names } = place;
  return {
    id,
    type,
    writes,
    api: host,
    async inspect(signal) {
      const work = { place, api: openGitlab(place, ports), signal };
      const unknown = await inspectPermission(work);
      const found = new Map<string, Variable>();
      for (const key of listNames(names)) {
        const variable = await readVariable(key, work);
        if (variable !== undefined) found.set(key, variable);
      }
      const username = found.get(names.username)?.value;
      const password = found.get(names.password)?.value;
      return {
        stored:
          username === undefined || password === undefined ? undefined : { username, password: new Secret(password) },
        exists: found.size > 0,
        version: null,
        since: null,
        unknown,
      };
    },
    async write(credential, facts, signal) {
      const work = { place, api: openGitlab(place, ports, deriveMaskedForms(credential)), signal };
      for (const [key, value] of listValues(credential, names)) {
        const secret = key === names.password;
        await storeValue(key, { value, secret, seen: secret ? facts.stored?.password.reveal() : undefined }, work);
      }
    },
    async check(credential, _facts, signal) {
      const work = { place, api: openGitlab(place, ports, deriveMaskedForms(credential)), signal };
      let kind: 'read-back' | 'none' = 'read-back';
      for (const [key, value] of listValues(credential, names)) {
        const variable = await readVariable(key, work);
        if (variable === undefined) return { kind: 'read-back', holds: false };
        if (variable.value === undefined) kind = 'none';
        else if (variable.value !== value) return { kind: 'read-back', holds: false };
      }
      return { kind, holds: true };
    },
  };
}

/** Looks again before each write: attributes and value may have changed since the plan was made. */
async function storeValue(
  key: string,
  wanted: { readonly value: string; readonly secret: boolean; readonly seen: string | undefined },
  work: GitlabWork,
): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const variable = await readVariable(key, work);
    if (variable?.value === wanted.value) return;
    if (variable === undefined) {
      if ((await createVariable(key, wanted, work)) === 'done') return;
      continue;
    }
    refuseStranger(variable, wanted.seen, work);
    if ((await updateVariable(variable, wanted.value, work)) === 'done') return;
  }
  const message = `${key} of ${work.place.label} on GitLab is made and removed by somebody else at the same time`;
  throw refuseTarget(message, 'Find out who else writes it, then: dcr-login rotate --resume.');
}

/** A value that is neither the one that was seen nor the new one is somebody's whom nobody has asked. */
function refuseStranger({ key, value }: Variable, seen: string | undefined, { place }: GitlabWork): void {
  if (value === undefined || seen === undefined || value === seen) return;
  const message = `${key} of ${place.label} on GitLab was written by somebody else since it was looked at; it was left as it is`;
  throw refuseTarget(
    message,
    'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.',
  );
}
