import type { Secret } from '../../credential/secret.ts';
import type { RegistryReference } from '../../registry/reference.ts';

/** The host alone: docker would cut the name off. The password never is an argument. */
export function composeDockerArguments(login: { reference: RegistryReference; username: string }): readonly string[] {
  return ['login', '--username', login.username, '--password-stdin', login.reference.host];
}

export const TRIMMED = 'docker login drops the spaces around this password, so its configuration was written directly';

/**
 * `docker login` trims what it reads, though docker uses such a password well once it is stored: cli 28, registry.go.
 * Go takes U+0085 for white space, JavaScript does not: https://pkg.go.dev/unicode#IsSpace
 */
export function isTrimmedByDocker(password: Secret): boolean {
  return /^[\s\u0085]|[\s\u0085]$/u.test(password.reveal());
}
