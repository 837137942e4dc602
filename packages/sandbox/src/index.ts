export { startSandbox } from './sandbox.ts';
export type { Sandbox, SandboxRegistry } from './sandbox.ts';
export type { CredentialOptions, RegistryOptions, SandboxOptions } from './options.ts';
export type { Access, Credential, RotateOptions } from './credentials.ts';
export type { AccessRecord } from './access-log.ts';
