import { DcrError } from '../../errors.ts';
import type { JenkinsWork } from './stored.ts';

/**
 * Configuration as Code puts its own value back when it is loaded the next time. It keeps the system's credentials only,
 * and tells by its export which it knows; that needs the right to see the whole configuration.
 * Throws `DCR_TARGET_FOREIGN`; what could not be asked is returned as a sentence.
 */
export async function inspectOwner({ place, api, signal }: JenkinsWork): Promise<readonly string[]> {
  if (!place.isSystem || place.force) return [];
  const answer = await api.ask({ method: 'POST', path: 'configuration-as-code/export', signal });
  // The plugin is not there.
  if (answer.status === 404) return [];
  if (answer.status !== 200 || answer.truncated)
    return [`whether Configuration as Code owns ${place.label} of Jenkins cannot be seen by this user`];
  if (!exportsCredential(answer.body, place.credential)) return [];
  const message = `${place.label} of Jenkins is in the export of Configuration as Code, which would put its own value back at the next reload`;
  const remedy =
    'Change the value at its source (the YAML file or the secret that it names). If no file of yours holds this id, set force: true on the target.';
  throw new DcrError('DCR_TARGET_FOREIGN', { message, remedy });
}

/** Whether the top-level key `credentials` holds this id. The export has a plain shape: a key and a value a line. */
function exportsCredential(yaml: string, id: string): boolean {
  const lines = yaml.split(/\r?\n/u);
  const start = lines.findIndex((line) => /^credentials:\s*$/u.test(line));
  if (start < 0) return false;
  const after = lines.slice(start + 1);
  const end = after.findIndex((line) => /^\S/u.test(line));
  const ids = after
    .slice(0, end < 0 ? undefined : end)
    .map((line) => /^\s+(?:- )?id:\s*(?:"([^"]*)"|'([^']*)'|(\S+))\s*$/u.exec(line)?.slice(1).find(Boolean));
  return ids.includes(id);
}
