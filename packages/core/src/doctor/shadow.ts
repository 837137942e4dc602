import { parseShadow } from '../login/shadow.ts';
import type { RegistryReference } from '../registry/reference.ts';
import type { DoctorFinding } from './finding.ts';
import { fail, info, ok, warn } from './finding.ts';
import type { HelperFact } from './helper.ts';
import { isKept } from './helper.ts';
import type { StoredEntry, StoredFile } from './stored-file.ts';
import { readEntry, readHost } from './stored-file.ts';

/** `DOCKER_AUTH_CONFIG`, without what is secret in it. */
export interface VariableFact {
  /** Why docker would refuse it: https://docs.docker.com/reference/cli/docker/#environment-variables */
  readonly problem: string | undefined;
  readonly entries: readonly StoredEntry[];
}

export interface ShadowFacts {
  readonly reference: RegistryReference | undefined;
  readonly variable: VariableFact | undefined;
  /** Whether the docker that is here reads it; undefined: there is no docker. */
  readonly readsVariable: boolean | undefined;
  readonly docker: StoredFile;
  readonly helper: HelperFact | undefined;
  /** In the order in which podman, buildah and skopeo read them. */
  readonly containers: readonly StoredFile[];
  readonly hasContainersClient: boolean;
}

export function readVariable(text: string | undefined, own: string | undefined): VariableFact | undefined {
  const shadow = parseShadow(text);
  if (shadow === undefined) return undefined;
  const { auths, problem } = shadow;
  return {
    problem,
    entries: Object.entries(auths).map(([key, entry]) => readEntry(key, entry, { own, format: 'docker' })),
  };
}

/** Which login each client would use, and whether that is the one that was checked. */
export function judgeShadows(facts: ShadowFacts): readonly DoctorFinding[] {
  return [...judgeVariable(facts), ...judgeDockerFile(facts), ...judgeContainers(facts)];
}

function judgeVariable({ variable, readsVariable, reference }: ShadowFacts): readonly DoctorFinding[] {
  const subject = 'DOCKER_AUTH_CONFIG';
  if (variable === undefined) return [];
  if (readsVariable !== true) {
    const who = readsVariable === undefined ? 'there is no docker here' : 'this docker is older than 28.3';
    return [info(subject, `it is set, but not read: ${who}`)];
  }
  const unset = `Unset it for this job, or take the host out of it.`;
  if (variable.problem !== undefined)
    return [warn(subject, `docker ignores it with an error: ${variable.problem}`, { remedy: unset })];
  const entry = variable.entries.find(({ key }) => key === reference?.key);
  if (entry === undefined) return [info(subject, 'it is set, and names other hosts than this one only')];
  if (entry.same === true) return [info(subject, 'it holds the credential that was checked, before any login')];
  const message = `docker takes the credential of ${entry.user} from it, before any login`;
  const advice = { code: 'DCR_SHADOWED', remedy: unset } as const;
  return [entry.same === false ? fail(subject, message, advice) : warn(subject, message, advice)];
}

function judgeDockerFile({ docker, reference, helper }: ShadowFacts): readonly DoctorFinding[] {
  const subject = 'docker login';
  if (docker.state !== 'readable' || docker.fault !== undefined || reference === undefined) return [];
  const { host, key, registry } = reference;
  // Whether that one holds a login cannot be told without being given it.
  if (isKept(helper)) return [];
  const here = docker.entries.filter((entry) => readHost(entry.key) === readHost(key) && entry.holds === 'login');
  const exact = here.find((entry) => entry.key === key);
  if (exact !== undefined)
    return [compare(exact, `${docker.path} holds a login of ${exact.user} for ${host}`, registry)];
  if (here.length > 1)
    return [
      fail(
        subject,
        `${docker.path} holds ${here.length} logins with a path (${here.map((entry) => entry.key).join(', ')}) and none for ${host} itself: docker takes one of them at random`,
        {
          code: 'DCR_SHADOWED',
          remedy: `Log in to ${registry} by dcr-login, which stores it for the host, or keep one registry per DOCKER_CONFIG (--isolate).`,
        },
      ),
    ];
  const [only] = here;
  if (only === undefined) return [info(subject, `docker has no login for ${host}`, `dcr-login login ${registry}`)];
  if (only.key === registry)
    return [compare(only, `${docker.path} holds a login of ${only.user} for ${registry}`, registry)];
  return [
    warn(subject, `docker takes the login of ${only.key} for every image of ${host}`, {
      code: 'DCR_SHADOWED',
      remedy: `dcr-login login ${registry}, which stores a login for the host.`,
    }),
  ];
}

function compare(entry: StoredEntry, message: string, registry: string): DoctorFinding {
  const subject = 'docker login';
  if (entry.same === undefined) return info(subject, message);
  if (entry.same) return ok(subject, `${message}, the one that was checked`);
  const remedy = `If the checked one is right: dcr-login login ${registry}.`;
  return warn(subject, `${message}, which is another one than was checked`, { code: 'DCR_SHADOWED', remedy });
}

function judgeContainers({
  containers,
  hasContainersClient,
  docker,
  reference,
}: ShadowFacts): readonly DoctorFinding[] {
  const subject = 'podman login';
  if (reference === undefined) return [];
  const winner = containers
    .map((file) => ({ file, entry: findForRegistry(file, reference) }))
    .find(({ entry }) => entry !== undefined);
  if (winner?.entry === undefined) return [];
  const { file, entry } = winner;
  const message = `podman, buildah and skopeo take the login of ${entry.user} for ${entry.key} from ${file.path}`;
  const beats = docker.entries.some((other) => readHost(other.key) === reference.host)
    ? `, before docker's ${docker.path}`
    : '';
  if (entry.same !== false) return [info(subject, `${message}${beats}`)];
  const advice = {
    code: 'DCR_SHADOWED',
    remedy: `If that is stale: podman logout ${entry.key}, or remove the entry.`,
  } as const;
  const text = `${message}${beats}, which is another one than was checked`;
  return hasContainersClient ? [warn(subject, text, advice)] : [info(subject, text, advice.remedy)];
}

/** The registry's own path first, then what lies above it, then the host. */
function findForRegistry(file: StoredFile, { host, name }: RegistryReference): StoredEntry | undefined {
  const words = name === '' ? [] : name.split('/');
  const keys = [...words.map((_, i) => `${host}/${words.slice(0, words.length - i).join('/')}`), host];
  return keys.map((key) => file.entries.find((entry) => entry.key === key && entry.holds === 'login')).find(Boolean);
}
