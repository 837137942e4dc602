import type { Credential } from '../credential/credential.ts';
import type { ChallengedRegistry, Finding, ProbeContext } from './conversation.ts';
import { Conversation } from './conversation.ts';
import { parseObject, readRepositories } from './observation.ts';
import type { RegistryReference } from './reference.ts';
import { isRepositoryName } from './reference.ts';
import { repositoryScope } from './token.ts';

export type Action = 'auth' | 'pull' | 'push';

export interface Proof {
  readonly scheme: 'basic' | 'bearer' | 'none';
  /** `auth` is true only for an answer that nobody gets without the credential; null: no usable answer. */
  readonly proven: { readonly auth: boolean; readonly pull: boolean | null; readonly push: boolean | null };
  /** Whether the name after the host is right; null where the registry does not tell. */
  readonly name: boolean | null;
  /** Nobody needs a credential to pull here. */
  readonly publicPull: boolean;
  /** The repository that was asked in. */
  readonly repository: string | undefined;
  /** What could not be proved and why, one sentence each. */
  readonly doubts: readonly string[];
}

export interface ProofQuestion {
  readonly credential: Credential;
  readonly action: Action;
  /** Below the registry, as `parseRepository` gives it. */
  readonly repository?: string;
  /** Ask for the right to push where no repository exists: some registries create one then. */
  readonly allowCreate?: boolean;
}

/** The name that is asked in when nothing exists and `allowCreate` is on. */
const PROBE_REPOSITORY = 'dcr-login-probe';

/**
 * Proves what the credential may do, in the order auth → name → pull → push, and changes nothing on the registry: an
 * upload that was started is cancelled.
 * Throws the code of the first refusal, of a network that cannot be asked, or of a server that is no registry.
 */
export async function proveCredential(
  question: ProofQuestion,
  registry: ChallengedRegistry,
  context: ProbeContext,
): Promise<Proof> {
  const { action, credential, allowCreate = false } = question;
  const conversation = new Conversation(context, registry, credential);
  const auth = await proveIdentity(conversation);
  const catalog = await askName(conversation, { reference: context.reference, needed: action !== 'auth' });
  const repository = question.repository ?? catalog.first ?? (allowCreate ? PROBE_REPOSITORY : undefined);
  const asked =
    action === 'auth' || repository === undefined
      ? { auth, pull: null, push: null, publicPull: false, doubts: action === 'auth' ? [] : [NO_REPOSITORY] }
      : await proveAccess(conversation, { action, auth, allowCreate, repository, reference: context.reference });
  return {
    scheme: registry.scheme,
    proven: { auth: asked.auth, pull: asked.pull, push: asked.push },
    name: catalog.name,
    publicPull: asked.publicPull,
    repository,
    doubts: asked.auth ? asked.doubts : [...asked.doubts, ANYBODY],
  };
}

const NO_REPOSITORY = 'no repository to ask in is known; name one with --repository';
const ANYBODY = 'the registry gives anybody the same answers, so the credential itself is not proved';

async function proveAccess(
  conversation: Conversation,
  question: {
    action: 'pull' | 'push';
    auth: boolean;
    allowCreate: boolean;
    repository: string;
    reference: RegistryReference;
  },
): Promise<Proof['proven'] & Pick<Proof, 'publicPull' | 'doubts'>> {
  const { auth, repository } = question;
  const path = joinPath(question.reference, repository);
  const { mine, publicPull } = await askPull(conversation, path);
  const pulled = mine.means === 'proven' || publicPull;
  const pull = pulled ? true : null;
  const doubts = pulled ? [] : [`pull from ${repository}: ${mine.description}`];
  if (question.action === 'pull') return { auth, pull, push: null, publicPull, doubts };
  if (!pulled && !question.allowCreate) {
    doubts.push(`push was not asked: it may create ${repository}; allow that with --allow-create`);
    return { auth, pull, push: null, publicPull, doubts };
  }
  // Where anybody is let in, the right to push proves something only if a stranger is refused it.
  const stranger = auth ? undefined : await askPush(conversation, path, true);
  const asksNow = stranger?.means === 'closed' && conversation.scheme === 'none';
  const challenged = asksNow ? await conversation.followChallenge(stranger) : conversation;
  const pushed = await askPush(challenged, path, false);
  const push = pushed.means === 'proven' ? true : null;
  if (push === null) doubts.push(`push to ${repository}: ${pushed.description}`);
  return { auth: auth || (stranger?.means === 'closed' && push === true), pull, push, publicPull, doubts };
}

/** True when the credential got an answer that the same request without it did not get. */
async function proveIdentity(conversation: Conversation): Promise<boolean> {
  if (conversation.scheme === 'none') return false;
  const question = { stage: 'auth', path: '/v2/' } as const;
  if (conversation.scheme === 'basic') return (await conversation.ask(question)).means === 'proven';
  const token = { stage: 'token', scopes: [] } as const;
  const [, stranger] = await Promise.all([
    conversation.requestToken({ ...token, anonymous: false }),
    conversation.requestToken({ ...token, anonymous: true }),
  ]);
  const accepted = (await conversation.ask(question)).means === 'proven';
  if (typeof stranger !== 'string') return accepted && stranger.means === 'closed';
  return accepted && (await conversation.ask({ ...question, anonymous: true })).means === 'closed';
}

interface Catalog {
  readonly name: boolean | null;
  readonly first: string | undefined;
}

/** DCR's catalogue of one registry. It is no OCI endpoint: whatever is not an unmistakable answer counts as none. */
async function askName(
  conversation: Conversation,
  context: { reference: RegistryReference; needed: boolean },
): Promise<Catalog> {
  const { name } = context.reference;
  // Without a name there is none to be wrong; the catalogue of the host is asked only to find a repository.
  if (name === '' && !context.needed) return { name: null, first: undefined };
  const path = name === '' ? '/v2/_catalog' : `/v2/${name}/_catalog`;
  const stage = name === '' ? 'pull' : 'name';
  let finding = await askCatalog(conversation, { stage, path });
  const missing = finding === undefined ? [] : Conversation.readMissingScopes(finding);
  const scopes = missing.filter((scope) => isScopeOf(name, scope));
  if (finding?.means !== 'proven' && scopes.length > 0)
    finding = await askCatalog(conversation, { stage, path, scopes });
  const repositories = readRepositories(parseObject(finding?.response?.body ?? ''));
  const prefix = name === '' ? '' : `${name}/`;
  const below = repositories?.map((listed) => (listed.startsWith(prefix) ? listed.slice(prefix.length) : listed));
  return { name: name !== '' && finding?.means === 'proven' ? true : null, first: below?.find(isRepositoryName) };
}

/** One token service may serve many: a registry gets no token for what is not its own, whatever its challenge wants. */
function isScopeOf(name: string, scope: string): boolean {
  const resource = scope.split(':')[1] ?? '';
  return resource === 'catalog' || (name !== '' && (resource === name || resource.startsWith(`${name}/`)));
}

async function askCatalog(
  conversation: Conversation,
  question: { stage: 'name' | 'pull'; path: string; scopes?: readonly string[] },
): Promise<Finding | undefined> {
  if (question.stage === 'name') return conversation.ask({ ...question, once: true });
  // The host's own catalogue usually needs an administrator: that it is refused says nothing about the credential.
  return conversation.ask({ ...question, once: true }).catch(() => undefined);
}

async function askPull(conversation: Conversation, path: string): Promise<{ mine: Finding; publicPull: boolean }> {
  const question = { stage: 'pull', path: `/v2/${path}/tags/list`, scopes: [repositoryScope(path, 'pull')] } as const;
  const [mine, stranger] = await Promise.all([
    conversation.ask(question),
    conversation.ask({ ...question, anonymous: true, once: true }),
  ]);
  return { mine, publicPull: stranger.means === 'open' };
}

async function askPush(conversation: Conversation, path: string, anonymous: boolean): Promise<Finding> {
  const scopes = [repositoryScope(path, 'pull,push')];
  const stage = 'push';
  const finding = await conversation.ask({
    stage,
    path: `/v2/${path}/blobs/uploads/`,
    method: 'POST',
    scopes,
    anonymous,
  });
  const location = finding.response?.headers['location']?.[0];
  if (finding.response?.status === 202 && location !== undefined) {
    await conversation.cancelUpload(location, { scopes, anonymous });
  }
  return finding;
}

function joinPath({ name }: RegistryReference, repository: string): string {
  return name === '' ? repository : `${name}/${repository}`;
}
