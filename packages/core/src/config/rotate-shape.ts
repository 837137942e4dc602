import * as z from 'zod';

/**
 * The shape of dcr-rotate.yml and nothing more: what can be said of a value without looking at another one. Editors get
 * it as JSON Schema (dcr-rotate.schema.json), so it holds no transformation.
 */

const text = z.string().min(1);
const variable = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/u)
  .describe('Name of an environment variable, never a value.');
const duration = z
  .union([z.string().regex(/^\d{1,9}(?:ms|s|m|h|d)?$/u), z.int().nonnegative()])
  .describe('60s, 15m, 12h, 90d; a bare number is seconds.');
const command = z.array(text).min(1).describe('Program and arguments; run without a shell.');
const force = z.boolean().exactOptional().describe('Write also what another system owns and may put back.');
const apiUrl = text.exactOptional().describe('Address of the API, for servers of your own.');
const tokenEnv = variable.exactOptional();

const names = z
  .strictObject({ registry: text.exactOptional(), username: text.exactOptional(), password: text.exactOptional() })
  .exactOptional()
  .describe('What the three values are called there. Default: DCR_REGISTRY, DCR_USERNAME, DCR_PASSWORD.');

const TARGET_SHAPES = [
  z.strictObject({
    type: z.literal('github-secret'),
    repository: text.exactOptional().describe('owner/name; either this or organization.'),
    organization: text.exactOptional(),
    environment: text.exactOptional(),
    store: z.enum(['actions', 'dependabot', 'codespaces']).exactOptional(),
    names,
    apiUrl,
    tokenEnv,
  }),
  z.strictObject({
    type: z.literal('gitlab-variable'),
    project: text.exactOptional().describe('Path or number; either this or group.'),
    group: text.exactOptional(),
    environmentScope: text.exactOptional(),
    names,
    apiUrl,
    tokenEnv,
  }),
  z.strictObject({
    type: z.literal('jenkins-credential'),
    url: text,
    folder: text.exactOptional(),
    domain: text.exactOptional(),
    id: text,
    marker: z.literal('description').exactOptional(),
    userEnv: variable.exactOptional(),
    tokenEnv,
    force,
  }),
  z.strictObject({
    type: z.literal('kubernetes-secret'),
    context: text.exactOptional(),
    namespaces: z.array(text).min(1),
    name: text.exactOptional(),
    serviceAccounts: z.array(text).min(1).exactOptional(),
    force,
  }),
  z.strictObject({ type: z.literal('docker-config'), path: text }),
  z.strictObject({
    type: z.literal('vault-kv'),
    address: text,
    namespace: text.exactOptional(),
    mount: text,
    path: text,
    names,
    tokenEnv,
  }),
  z.strictObject({ type: z.literal('exec'), command, timeout: duration.exactOptional() }),
] as const;

const httpCall = {
  url: text,
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).exactOptional(),
  tokenEnv,
  body: z.union([z.string(), z.record(z.string(), z.unknown())]).exactOptional(),
};
const vaultCall = { address: text, namespace: text.exactOptional(), tokenEnv, path: text };

const ISSUER_SHAPES = [
  z.strictObject({ type: z.literal('console') }),
  z.strictObject({
    type: z.literal('exec'),
    command,
    timeout: duration.exactOptional(),
    retire: z.strictObject({ command }).exactOptional(),
  }),
  z.strictObject({ type: z.literal('http'), ...httpCall, retire: z.strictObject(httpCall).exactOptional() }),
  z.strictObject({
    type: z.literal('vault'),
    ...vaultCall,
    mount: text.exactOptional(),
    names,
    retire: z.strictObject(vaultCall).exactOptional(),
  }),
] as const;

export const ROTATE_SHAPE = z.strictObject({
  version: z.literal(1),
  credentials: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u),
        registry: text.describe('host/name, for example dcr.nexqloud.io/acme.'),
        issuer: z.discriminatedUnion('type', ISSUER_SHAPES),
        targets: z.array(z.discriminatedUnion('type', TARGET_SHAPES)).min(1),
        policy: z.strictObject({ maxAge: duration.exactOptional(), grace: duration.exactOptional() }).exactOptional(),
      }),
    )
    .min(1),
});

export type RotateShape = z.infer<typeof ROTATE_SHAPE>;
export type CredentialShape = RotateShape['credentials'][number];
export type TargetSettings = CredentialShape['targets'][number];
export type IssuerSettings = CredentialShape['issuer'];

/** For editors. */
export function renderRotateSchema(): unknown {
  return { ...z.toJSONSchema(ROTATE_SHAPE), title: 'dcr-rotate.yml' };
}
